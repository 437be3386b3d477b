using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The agent of a new session. A string converts to the agent with that id, at its latest version.</summary>
[JsonConverter(typeof(UnionConverter<SessionAgentReference>))]
public abstract record SessionAgentReference : ApiObject, IApiUnion<SessionAgentReference>, IUnionMember
{
    private static readonly UnionVariants<SessionAgentReference> Variants = new(
        static raw => new UnknownSessionAgentReference(raw),
        ("agent", typeof(SessionAgentById)),
        ("agent_with_overrides", typeof(SessionAgentWithOverrides)))
    {
        ShortForm = static agentId => new SessionAgentById(agentId),
        WrittenShortForm = static reference => reference is SessionAgentById { Version: null, AdditionalFields.Count: 0 } agent ? agent.Id : null,
    };

    private protected SessionAgentReference()
    {
    }

    /// <summary>The type on the wire, for example <c>agent</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<SessionAgentReference> IApiUnion<SessionAgentReference>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>Creates a reference to the latest version of an agent.</summary>
    /// <param name="agentId">The id of the agent (<c>agent_…</c>).</param>
    public static implicit operator SessionAgentReference(string agentId) => FromString(agentId);

    /// <summary>Creates a reference to the agent and version of an existing reference.</summary>
    /// <param name="agent">The existing reference.</param>
    public static implicit operator SessionAgentReference(AgentReference agent) => FromAgentReference(agent);

    /// <summary>Creates a reference to the latest version of an agent.</summary>
    /// <param name="agentId">The id of the agent (<c>agent_…</c>).</param>
    /// <returns>A <see cref="SessionAgentById"/>.</returns>
    public static SessionAgentReference FromString(string agentId) => new SessionAgentById(agentId);

    /// <summary>Creates a reference to the agent and version of an existing reference.</summary>
    /// <param name="agent">The existing reference.</param>
    /// <returns>A <see cref="SessionAgentById"/>.</returns>
    public static SessionAgentReference FromAgentReference(AgentReference agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return new SessionAgentById(agent.Id, agent.Version);
    }
}
