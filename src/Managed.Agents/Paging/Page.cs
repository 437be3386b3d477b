namespace Managed.Agents;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T>
{
    /// <summary>Makes a page, for example for a test.</summary>
    /// <param name="items">The items of the page.</param>
    /// <param name="nextCursor">The cursor of the next page; null at the end.</param>
    /// <param name="previousCursor">The cursor of the page before; null where there is none.</param>
    /// <param name="requestId">The id under which the service logged the request.</param>
    public Page(IReadOnlyList<T> items, string? nextCursor = null, string? previousCursor = null, string? requestId = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        Items = items;
        NextCursor = nextCursor;
        PreviousCursor = previousCursor;
        RequestId = requestId;
    }

    /// <summary>The items. A page can be empty although others follow.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The cursor of the next page, to be stored or passed to <see cref="AsyncPageable{T}.AsPages"/>; null on the last page.</summary>
    public string? NextCursor { get; }

    /// <summary>The cursor of the page before; null where there is none.</summary>
    /// <value>
    /// Only some lists have it. That of sessions takes it in <see cref="AsyncPageable{T}.AsPages"/>; those of models and webhook endpoints
    /// are read backwards from it with the <c>BeforeId</c> of their options.
    /// </value>
    public string? PreviousCursor { get; }

    /// <summary>The id under which the service logged the request of this page.</summary>
    public string? RequestId { get; }

    /// <summary>Where in the answer the cursor of the next page stood.</summary>
    internal string NextCursorPath { get; init; } = "$.next_page";
}
