using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>One who can be put to work: another agent, a copy of the agent itself, or an advisor. A string converts to an <see cref="AgentReference"/>.</summary>
[JsonConverter(typeof(UnionConverter<MultiagentRosterEntry>))]
public abstract record MultiagentRosterEntry : ApiObject, IApiUnion<MultiagentRosterEntry>, IUnionMember
{
    private static readonly UnionVariants<MultiagentRosterEntry> Variants = new(
        static raw => new UnknownMultiagentRosterEntry(raw),
        ("agent", typeof(AgentReference)),
        ("self", typeof(MultiagentSelf)),
        ("advisor", typeof(Advisor)))
    {
        ShortForm = static agentId => new AgentReference(agentId),
    };

    private protected MultiagentRosterEntry()
    {
    }

    /// <summary>A copy of the agent itself.</summary>
    public static MultiagentRosterEntry Self { get; } = new MultiagentSelf();

    /// <summary>The entry's kind on the wire, for example <c>agent</c>.</summary>
    [JsonIgnore]
    public string Type => this is SessionAgentReference reference ? SessionAgentReference.TypeOf(reference) : Variants.NameOf(this);

    static UnionVariants<MultiagentRosterEntry> IApiUnion<MultiagentRosterEntry>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>Names an agent at its newest version.</summary>
    /// <param name="agentId">The agent's id.</param>
    public static implicit operator MultiagentRosterEntry(string agentId) => FromString(agentId);

    /// <summary>Names an agent at its newest version.</summary>
    /// <param name="agentId">The agent's id.</param>
    /// <returns>An <see cref="AgentReference"/>.</returns>
    public static MultiagentRosterEntry FromString(string agentId) => new AgentReference(agentId);
}

/// <summary>A copy of the agent itself. The API hands out the agent's own id and version in its place.</summary>
public sealed record MultiagentSelf : MultiagentRosterEntry;
