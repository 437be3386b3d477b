using System.Runtime.CompilerServices;

namespace Managed.Agents;

/// <summary>A list of the API. <c>await foreach</c> returns its items and fetches pages as needed; <see cref="AsPages"/> returns the pages.</summary>
/// <remarks>No request is sent before the enumeration begins. Each enumeration reads the list again.</remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public class AsyncPageable<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, int?, CancellationToken, Task<Page<T>>> _fetch;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Initializes a new instance. Intended for tests.</summary>
    /// <param name="fetch">Fetches the page at a cursor (<see langword="null"/> for the first page), with a page size (<see langword="null"/> for the default of the service).</param>
    /// <param name="cancellationToken">A token to cancel every enumeration of the list.</param>
    public AsyncPageable(Func<string?, int?, CancellationToken, Task<Page<T>>> fetch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        _fetch = fetch;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Returns the list page by page, for callers that store cursors.</summary>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page to continue after; <see langword="null"/> starts at the beginning.</param>
    /// <param name="pageSize">The maximum number of items per page; <see langword="null"/> uses the value of the list options, or the default of the service.</param>
    /// <returns>The pages, fetched one at a time.</returns>
    /// <exception cref="ManagedAgentsException">A page could not be fetched.</exception>
    public virtual IAsyncEnumerable<Page<T>> AsPages(string? cursor = null, int? pageSize = null) => PagesAsync(cursor, pageSize, default);

    /// <summary>Reads the whole list into memory.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>All items, in the order of the list.</returns>
    /// <exception cref="ManagedAgentsException">A page could not be fetched.</exception>
    public virtual async Task<List<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var items = new List<T>();
        await foreach (var page in PagesAsync(null, null, cancellationToken).ConfigureAwait(false))
        {
            items.AddRange(page.Items);
        }

        return items;
    }

    /// <summary>Returns the first item. Pages after it are not fetched.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The first item; <see langword="default"/> when the list is empty.</returns>
    /// <exception cref="ManagedAgentsException">A page could not be fetched.</exception>
    public virtual async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var page in PagesAsync(null, null, cancellationToken).ConfigureAwait(false))
        {
            if (page.Items.Count > 0)
            {
                return page.Items[0];
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in PagesAsync(null, null, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }
        }
    }

    private async IAsyncEnumerable<Page<T>> PagesAsync(string? cursor, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await FetchAsync(cursor, pageSize, cancellationToken).ConfigureAwait(false);
            yield return page;
            if (page.NextCursor is not null && page.NextCursor == cursor)
            {
                throw new ManagedAgentsResponseException($"The list does not advance: a page returned its own cursor as the cursor of the next page (request id {page.RequestId}).")
                {
                    StatusCode = System.Net.HttpStatusCode.OK,
                    RequestId = page.RequestId,
                    JsonPath = page.NextCursorPath,
                };
            }

            cursor = page.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));
    }

    private async Task<Page<T>> FetchAsync(string? cursor, int? pageSize, CancellationToken reader)
    {
        using var tokens = new LinkedCancellation(_cancellationToken, reader);
        try
        {
            return await _fetch(cursor, pageSize, tokens.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (tokens.IsFromBoth(cancelled))
        {
            throw tokens.Translate(cancelled);
        }
    }
}
