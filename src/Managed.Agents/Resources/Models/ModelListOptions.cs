namespace Managed.Agents.Models;

/// <summary>Which models to list. What is unset does not filter.</summary>
public sealed record ModelListOptions
{
    /// <summary>Only models in one of these states; at most 3.</summary>
    /// <value>Default at the service: active and deprecated ones.</value>
    public IReadOnlyList<ModelLifecycle> Lifecycle { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Reads the list backwards from the model with this id, which is left out: the page before it, then the one before that.</summary>
    public string? BeforeId { get; init; }

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("lifecycle", Lifecycle)
        .Add("limit", pageSize ?? PageSize)
        .Add("before_id", BeforeId is null ? null : cursor ?? BeforeId)
        .Add("after_id", BeforeId is null ? cursor : null);
}
