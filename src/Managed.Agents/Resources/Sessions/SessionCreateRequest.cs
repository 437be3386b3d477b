namespace Managed.Agents;

/// <summary>A request to create a session.</summary>
public sealed record SessionCreateRequest : ApiObject
{
    /// <summary>The agent: its id (latest version), a specific version, or a version with overrides.</summary>
    public required SessionAgentReference Agent { get; init; }

    /// <summary>The id of the environment (<c>env_…</c>) that the session runs in.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The initial events, in order. At most 50. Only <see cref="UserMessage"/> and one <see cref="UserDefineOutcome"/> are accepted.
    /// </summary>
    /// <value>Default: empty, and the session is idle until an event is sent. With initial events, the session starts running immediately.</value>
    public IReadOnlyList<SessionInput> InitialEvents { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The files, repositories and memory stores that the agent can use.</summary>
    /// <value>Default: empty. A self-hosted environment supports only memory stores.</value>
    public IReadOnlyList<SessionResource> Resources { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The ids of the vaults whose credentials the session uses. The first vault with a matching credential is used.</summary>
    public IReadOnlyList<string> VaultIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The budget of the session. It can only be set here. Later it can be raised or removed.</summary>
    /// <value><see langword="null"/> means no budget. With a budget, every model of the session must have a list price.</value>
    public BudgetLimit? Budget { get; init; }

    /// <summary>Your own key-value pairs. At most 16, with keys of at most 64 and values of at most 512 characters.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;
}
