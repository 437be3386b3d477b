using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>An entry of a roster: another agent, a copy of the agent itself, or an advisor. A string converts to an <see cref="AgentReference"/>.</summary>
[JsonConverter(typeof(UnionConverter<MultiagentRosterEntry>))]
public abstract record MultiagentRosterEntry : ApiObject, IApiUnion<MultiagentRosterEntry>, IUnionMember
{
    private static readonly UnionVariants<MultiagentRosterEntry> Variants = new(
        static raw => new UnknownMultiagentRosterEntry(raw),
        ("agent", typeof(AgentReference)),
        WithoutOwnFields<MultiagentSelf>("self"),
        ("advisor", typeof(Advisor)))
    {
        ShortForm = static agentId => new AgentReference(agentId),
    };

    private protected MultiagentRosterEntry()
    {
    }

    /// <summary>A copy of the agent itself.</summary>
    public static MultiagentRosterEntry Self { get; } = new MultiagentSelf();

    /// <summary>The type of the entry on the wire, for example <c>agent</c>.</summary>
    [JsonIgnore]
    public string Type => this is SessionAgentReference reference ? SessionAgentReference.TypeOf(reference) : Variants.NameOf(this);

    static UnionVariants<MultiagentRosterEntry> IApiUnion<MultiagentRosterEntry>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>Converts the id of an agent to a reference to its newest version.</summary>
    /// <param name="agentId">The id of the agent.</param>
    public static implicit operator MultiagentRosterEntry(string agentId) => FromString(agentId);

    /// <summary>Creates a reference to the newest version of an agent.</summary>
    /// <param name="agentId">The id of the agent.</param>
    /// <returns>An <see cref="AgentReference"/>.</returns>
    public static MultiagentRosterEntry FromString(string agentId) => new AgentReference(agentId);

    /// <summary>
    /// Checks that a roster contains no agent with overrides, and returns it. The compiler cannot check this, because such an agent also
    /// derives from <see cref="MultiagentRosterEntry"/>.
    /// </summary>
    internal static TList Check<TList>(TList agents)
        where TList : IEnumerable<MultiagentRosterEntry>? =>
        agents?.OfType<SessionAgentWithOverrides>().FirstOrDefault() is { } agent
            ? throw new ArgumentException($"The agent {agent.Id} has overrides, which only the agent of a session can have. Name it with an AgentReference.", nameof(agents))
            : agents;
}

/// <summary>A copy of the agent itself. A response contains the agent's own id and version instead.</summary>
public sealed record MultiagentSelf : MultiagentRosterEntry;
