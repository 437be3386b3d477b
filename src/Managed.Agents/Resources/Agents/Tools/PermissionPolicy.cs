using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Who decides whether a call of a tool may run. Custom tools have none: your program runs them.</summary>
[JsonConverter(typeof(UnionConverter<PermissionPolicy>))]
public abstract record PermissionPolicy : ApiObject, IApiUnion<PermissionPolicy>, IUnionMember
{
    private static readonly UnionVariants<PermissionPolicy> Variants = new(
        static raw => new UnknownPermissionPolicy(raw),
        ("always_allow", typeof(AlwaysAllowPolicy)),
        ("always_ask", typeof(AlwaysAskPolicy)),
        ("auto", typeof(AutoPolicy)));

    private protected PermissionPolicy()
    {
    }

    /// <summary>Every call runs at once; the default of the built-in tools.</summary>
    public static PermissionPolicy AlwaysAllow { get; } = new AlwaysAllowPolicy();

    /// <summary>Every call waits for a confirmation; the default of MCP tools.</summary>
    public static PermissionPolicy AlwaysAsk { get; } = new AlwaysAskPolicy();

    /// <summary>The API decides call by call: it runs, waits for a confirmation, or is refused.</summary>
    public static PermissionPolicy Auto { get; } = new AutoPolicy();

    /// <summary>The policy's kind on the wire, for example <c>always_ask</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<PermissionPolicy> IApiUnion<PermissionPolicy>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>Every call runs at once.</summary>
public sealed record AlwaysAllowPolicy : PermissionPolicy;

/// <summary>Every call waits for a confirmation.</summary>
public sealed record AlwaysAskPolicy : PermissionPolicy;

/// <summary>The API decides call by call.</summary>
public sealed record AutoPolicy : PermissionPolicy;
