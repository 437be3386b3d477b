using System.Runtime.CompilerServices;

namespace Managed.Agents;

/// <summary>A list of the API: <c>await foreach</c> gives its items, fetching page after page; <see cref="AsPages"/> gives the pages.</summary>
/// <remarks>Nothing is sent before the enumeration begins, and each enumeration reads the list anew.</remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public class AsyncPageable<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, int?, CancellationToken, Task<Page<T>>> _fetch;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Makes a list, for example for a test.</summary>
    /// <param name="fetch">Fetches the page of a cursor (null for the first), with a page size (null for the service's default).</param>
    /// <param name="cancellationToken">Ends every enumeration.</param>
    public AsyncPageable(Func<string?, int?, CancellationToken, Task<Page<T>>> fetch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        _fetch = fetch;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The list page by page, for those who store cursors.</summary>
    /// <param name="cursor">Where to begin: a page's <see cref="Page{T}.NextCursor"/>; null for the beginning.</param>
    /// <param name="pageSize">Items per page; null for what the list options say, then the service's default.</param>
    /// <returns>The pages, fetched one at a time.</returns>
    /// <exception cref="ManagedAgentsException">A page could not be fetched.</exception>
    public virtual IAsyncEnumerable<Page<T>> AsPages(string? cursor = null, int? pageSize = null) => PagesAsync(cursor, pageSize, default);

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
                throw new ManagedAgentsResponseException($"The list repeats itself: the page of a cursor names the same cursor as its next (request id {page.RequestId}).")
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
