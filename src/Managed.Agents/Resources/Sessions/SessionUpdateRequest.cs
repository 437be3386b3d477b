namespace Managed.Agents;

/// <summary>A request to update a session. Properties that are not set are unchanged.</summary>
public sealed record SessionUpdateRequest : ApiObject
{
    /// <summary>The new title; <see langword="null"/> clears it.</summary>
    public Optional<string> Title { get; init; }

    /// <summary>The metadata pairs to set. A <see langword="null"/> value deletes the key; keys that are not listed are unchanged.</summary>
    /// <value>The limits (16 pairs, keys of 64 characters, values of 512 characters) apply to the metadata after the update.</value>
    public MetadataUpdate? Metadata { get; init => field = MetadataUpdate.AsReadOnlyOrNull(value); }

    /// <summary>The new budget: a higher limit for a session that has a budget, or <see langword="null"/> to remove the budget permanently.</summary>
    public Optional<BudgetLimit> Budget { get; init; }

    /// <summary>
    /// The new tools and MCP servers of the agent in this session; <see langword="null"/> leaves them unchanged. Only accepted while the
    /// session is idle.
    /// </summary>
    public SessionAgentUpdate? Agent { get; init; }

    /// <summary>Reserved. The API rejects a request that sets it.</summary>
    public IReadOnlyList<string> VaultIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
