namespace Managed.Agents;

/// <summary>Changes a session. What is left out stays as it is.</summary>
public sealed record SessionUpdateRequest : ApiObject
{
    /// <summary>The title; null removes it.</summary>
    public Optional<string> Title { get; init; }

    /// <summary>Pairs to set; a null value deletes its key, keys not mentioned stay.</summary>
    /// <value>The limits (16 pairs, keys of 64 and values of 512 characters) hold for the result.</value>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init => field = ReadOnlyCopy.MapOrNull(value); }

    /// <summary>The budget: a higher cap for a session that has one, or null to remove it for good.</summary>
    public Optional<BudgetLimit> Budget { get; init; }

    /// <summary>The tools and MCP servers of this session's agent; null keeps them. Refused while the session runs.</summary>
    public SessionAgentUpdate? Agent { get; init; }

    /// <summary>Reserved by the API, which refuses a request that sets it.</summary>
    public IReadOnlyList<string> VaultIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
