using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>Whether the agent of a session can start subagents, and which agents it can use.</summary>
[JsonConverter(typeof(UnionConverter<SessionSubagents>))]
public abstract record SessionSubagents : ApiObject, IApiUnion<SessionSubagents>, IUnionMember
{
    private static readonly UnionVariants<SessionSubagents> Variants = new(
        static raw => new UnknownSessionSubagents(raw),
        ("enabled", typeof(SessionSubagentsEnabled)),
        WithoutOwnFields<SessionSubagentsDisabled>("disabled"));

    private protected SessionSubagents()
    {
    }

    /// <summary>The type on the wire, for example <c>enabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<SessionSubagents> IApiUnion<SessionSubagents>.Variants => Variants;

    /// <summary>The value used when the API omits the setting.</summary>
    internal static SessionSubagents Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}

/// <summary>The agent cannot start subagents.</summary>
public sealed record SessionSubagentsDisabled : SessionSubagents;
