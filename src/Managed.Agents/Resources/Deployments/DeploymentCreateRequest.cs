using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A request to create a deployment.</summary>
public sealed record DeploymentCreateRequest : ApiObject
{
    /// <summary>The name of the deployment.</summary>
    public required string Name { get; init; }

    /// <summary>The agent, which must not be archived. A string is the agent id. Without a version, the latest version is pinned.</summary>
    [JsonConverter(typeof(AgentReferenceShortFormConverter))]
    public required AgentReference Agent { get; init; }

    /// <summary>The id of the environment (<c>env_…</c>) that the sessions run in.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>
    /// The initial events of each session: 1 to 50 of <see cref="UserMessage"/>, <see cref="UserDefineOutcome"/> and
    /// <see cref="SystemMessage"/>.
    /// </summary>
    public required IReadOnlyList<SessionInput> InitialEvents { get; init => field = ReadOnlyCopy.OfList(value); }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The files, repositories and memory stores of each session. At most 500.</summary>
    public IReadOnlyList<SessionResource> Resources { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The ids of the vaults whose credentials each session uses. At most 50.</summary>
    public IReadOnlyList<string> VaultIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The schedule that starts sessions; <see langword="null"/> when only <see cref="DeploymentsClient.RunAsync"/> starts them.</summary>
    public DeploymentSchedule? Schedule { get; init; }

    /// <summary>The budget of each session; <see langword="null"/> for no budget. The model must have a list price.</summary>
    public BudgetLimit? Budget { get; init; }

    /// <summary>Your own key-value pairs. At most 16, with keys of at most 64 and values of at most 512 characters.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;
}
