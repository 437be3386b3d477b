using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The agent of a new session. A string converts to the agent with that id, at its latest version.</summary>
[JsonConverter(typeof(UnionConverter<SessionAgentReference>))]
public abstract record SessionAgentReference : MultiagentRosterEntry, IApiUnion<SessionAgentReference>
{
    private static readonly UnionVariants<SessionAgentReference> Variants = new(
        static raw => new UnknownSessionAgentReference(raw),
        ("agent", typeof(AgentReference)),
        ("agent_with_overrides", typeof(SessionAgentWithOverrides)))
    {
        ShortForm = static agentId => new AgentReference(agentId),
        WrittenShortForm = static reference => reference is AgentReference { Version: null, AdditionalFields.Count: 0 } agent ? agent.Id : null,
    };

    private protected SessionAgentReference()
    {
    }

    static UnionVariants<SessionAgentReference> IApiUnion<SessionAgentReference>.Variants => Variants;

    /// <summary>Creates a reference to the latest version of an agent.</summary>
    /// <param name="agentId">The id of the agent (<c>agent_…</c>).</param>
    public static implicit operator SessionAgentReference(string agentId) => FromString(agentId);

    /// <summary>Creates a reference to the latest version of an agent.</summary>
    /// <param name="agentId">The id of the agent (<c>agent_…</c>).</param>
    /// <returns>An <see cref="AgentReference"/>.</returns>
    public static new SessionAgentReference FromString(string agentId) => new AgentReference(agentId);

    internal static string TypeOf(SessionAgentReference reference) => Variants.NameOf(reference);
}
