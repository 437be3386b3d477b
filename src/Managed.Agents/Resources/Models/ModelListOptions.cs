namespace Managed.Agents.Models;

/// <summary>Options for listing models. Properties that are not set do not filter.</summary>
public sealed record ModelListOptions
{
    /// <summary>Lists only models in one of these lifecycle states, at most 3.</summary>
    /// <value>Default: active and deprecated models.</value>
    public IReadOnlyList<ModelLifecycle> Lifecycle { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Lists the models before the model with this id, page by page in reverse order. The model itself is not included.</summary>
    public string? BeforeId { get; init; }

    /// <summary>The maximum number of items per page. It does not limit the total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("lifecycle", Lifecycle)
        .Add("limit", pageSize ?? PageSize)
        .Add("before_id", BeforeId is null ? null : cursor ?? BeforeId)
        .Add("after_id", BeforeId is null ? cursor : null);
}
