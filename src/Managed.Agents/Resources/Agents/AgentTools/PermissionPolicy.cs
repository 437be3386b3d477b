using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>Determines whether a tool call can run. Custom tools have no policy, because your program runs them.</summary>
[JsonConverter(typeof(UnionConverter<PermissionPolicy>))]
public abstract record PermissionPolicy : ApiObject, IApiUnion<PermissionPolicy>, IUnionMember
{
    private static readonly UnionVariants<PermissionPolicy> Variants = new(
        static raw => new UnknownPermissionPolicy(raw),
        WithoutOwnFields<AlwaysAllowPolicy>("always_allow"),
        WithoutOwnFields<AlwaysAskPolicy>("always_ask"),
        WithoutOwnFields<AutoPolicy>("auto"));

    private protected PermissionPolicy()
    {
    }

    /// <summary>Every call runs immediately. The default of the built-in tools.</summary>
    public static PermissionPolicy AlwaysAllow { get; } = new AlwaysAllowPolicy();

    /// <summary>Every call waits for a confirmation. The default of MCP tools.</summary>
    public static PermissionPolicy AlwaysAsk { get; } = new AlwaysAskPolicy();

    /// <summary>The API decides for each call whether it runs, waits for a confirmation, or is denied.</summary>
    public static PermissionPolicy Auto { get; } = new AutoPolicy();

    /// <summary>The type of the policy on the wire, for example <c>always_ask</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<PermissionPolicy> IApiUnion<PermissionPolicy>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>Every call runs immediately.</summary>
public sealed record AlwaysAllowPolicy : PermissionPolicy;

/// <summary>Every call waits for a confirmation.</summary>
public sealed record AlwaysAskPolicy : PermissionPolicy;

/// <summary>The API decides for each call.</summary>
public sealed record AutoPolicy : PermissionPolicy;
