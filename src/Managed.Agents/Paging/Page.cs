namespace Managed.Agents;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T>
{
    /// <summary>Initializes a new instance. Intended for tests.</summary>
    /// <param name="items">The items of the page.</param>
    /// <param name="nextCursor">The cursor of the next page; <see langword="null"/> on the last page.</param>
    /// <param name="previousCursor">The cursor of the previous page; <see langword="null"/> when there is none.</param>
    /// <param name="requestId">The id that the service assigned to the request.</param>
    public Page(IReadOnlyList<T> items, string? nextCursor = null, string? previousCursor = null, string? requestId = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        Items = items;
        NextCursor = nextCursor;
        PreviousCursor = previousCursor;
        RequestId = requestId;
    }

    /// <summary>The items. A page can be empty even though more pages follow.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The cursor of the next page; <see langword="null"/> on the last page. Store it, or pass it to <see cref="AsyncPageable{T}.AsPages"/>.</summary>
    public string? NextCursor { get; }

    /// <summary>The cursor of the previous page; <see langword="null"/> when there is none.</summary>
    /// <value>
    /// Only some lists return it. For sessions, pass it to <see cref="AsyncPageable{T}.AsPages"/>. For models and webhook endpoints, pass
    /// it as the <c>BeforeId</c> of the list options to read backwards.
    /// </value>
    public string? PreviousCursor { get; }

    /// <summary>The id that the service assigned to the request of this page.</summary>
    public string? RequestId { get; }

    /// <summary>The JSON path of the next page's cursor in the response.</summary>
    internal string NextCursorPath { get; init; } = "$.next_page";
}
