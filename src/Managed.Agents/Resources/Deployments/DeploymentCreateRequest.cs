using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A new deployment.</summary>
public sealed record DeploymentCreateRequest : ApiObject
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The agent, not archived; a string is its id. The version, else the newest of now, is pinned.</summary>
    [JsonConverter(typeof(AgentReferenceShortFormConverter))]
    public required AgentReference Agent { get; init; }

    /// <summary>The id of the environment that the sessions work in.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>
    /// What each session begins with: 1 to 50 of <see cref="UserMessage"/>, <see cref="UserDefineOutcome"/> and <see cref="SystemMessage"/>.
    /// </summary>
    public required IReadOnlyList<SessionInput> InitialEvents { get; init => field = ReadOnlyCopy.OfList(value); }

    /// <summary>What the deployment is for, in words for people.</summary>
    public string? Description { get; init; }

    /// <summary>The files, repositories and memory stores that each session can reach; at most 500.</summary>
    public IReadOnlyList<SessionResource> Resources { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The vaults whose credentials each session uses; at most 50.</summary>
    public IReadOnlyList<string> VaultIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>When sessions start by themselves; null for a deployment that only <see cref="DeploymentsClient.RunAsync"/> starts.</summary>
    public DeploymentSchedule? Schedule { get; init; }

    /// <summary>A cap that each session gets; null for none. The model needs a list price.</summary>
    public BudgetLimit? Budget { get; init; }

    /// <summary>Key-value pairs of your own: at most 16, keys of at most 64 and values of at most 512 characters.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;
}
