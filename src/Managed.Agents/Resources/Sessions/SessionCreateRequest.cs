using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>Creates a session.</summary>
public sealed record SessionCreateRequest : ApiObject
{
    /// <summary>The agent: its id (the newest version), a version of it, or a version with overrides.</summary>
    public required SessionAgentReference Agent { get; init; }

    /// <summary>The id of the environment to work in.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>A title for people.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// What the session starts with, in order: up to 50 of <see cref="UserMessage"/> and at most one <see cref="UserDefineOutcome"/>.
    /// </summary>
    /// <value>None by default; the session then is idle until something is sent. With some, it runs from the start.</value>
    public IReadOnlyList<SessionInput> InitialEvents { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The files, repositories and memory stores that the agent can reach.</summary>
    /// <value>None by default. In a self-hosted environment only memory stores.</value>
    public IReadOnlyList<SessionResource> Resources { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The vaults whose credentials the session uses; the first one with a fitting credential wins.</summary>
    public IReadOnlyList<string> VaultIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>A cap on what the session may cost. A budget can only be given here; later it can be raised or removed.</summary>
    /// <value>Null for no cap. Every model involved needs a list price.</value>
    public BudgetLimit? Budget { get; init; }

    /// <summary>Key-value pairs of your own: up to 16, keys of up to 64 and values of up to 512 characters.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;
}
