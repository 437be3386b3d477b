using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>
/// Reads a list of events page by page. After an incomplete response, the same page is read again with fewer events. After any failure,
/// reading can be continued at the page that failed.
/// </summary>
internal sealed class HistoryPages(AsyncPageable<SessionEvent> list, HistoryPageSize size, ILogger logger)
{
    /// <summary>How often a page that cannot be smaller is read again before the caller has to wait.</summary>
    private const int MaxRepeats = 3;

    private bool _isAtEnd;
    private int _repeats;

    /// <summary>The cursor of the next page, or null at the start of the list.</summary>
    public string? Cursor { get; private set; }

    /// <summary>Returns all events of a list.</summary>
    public static async IAsyncEnumerable<SessionEvent> ReadAllAsync(
        AsyncPageable<SessionEvent> list, HistoryPageSize size, ILogger logger, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pages = new HistoryPages(list, size, logger);
        while (await pages.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            foreach (var stored in page.Items)
            {
                yield return stored;
            }
        }
    }

    /// <summary>Returns the next page, or null after the last one.</summary>
    /// <exception cref="ManagedAgentsException">The page could not be fetched. The next call tries the same page again.</exception>
    public async ValueTask<Page<SessionEvent>?> NextAsync(CancellationToken cancellationToken)
    {
        while (!_isAtEnd)
        {
            try
            {
                return await FetchAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ManagedAgentsException failure) when (failure.IsIncompleteResponse || failure is ManagedAgentsConnectionException or ManagedAgentsTimeoutException)
            {
                // Without any response, the service may be down. Then the caller decides when to try again.
                var isSmaller = size.TryShrink();
                if (!failure.IsIncompleteResponse || failure is ManagedAgentsTimeoutException || (!isSmaller && ++_repeats > MaxRepeats))
                {
                    _repeats = 0;
                    throw;
                }

                logger.HistoryPageIncomplete(size.Current, failure.Message);
            }
        }

        return null;
    }

    private async Task<Page<SessionEvent>?> FetchAsync(CancellationToken cancellationToken)
    {
        // One page at a time, because the size may change from page to page.
        var pages = list.AsPages(Cursor, size.Current).GetAsyncEnumerator(cancellationToken);
        await using var disposal = pages.ConfigureAwait(false);
        if (!await pages.MoveNextAsync().ConfigureAwait(false))
        {
            _isAtEnd = true;
            return null;
        }

        var page = pages.Current;
        size.Succeed();
        _repeats = 0;
        if (string.IsNullOrEmpty(page.NextCursor))
        {
            _isAtEnd = true;
        }
        else if (page.NextCursor == Cursor)
        {
            // Throws, because the list does not advance.
            await pages.MoveNextAsync().ConfigureAwait(false);
        }

        Cursor = page.NextCursor;
        return page;
    }
}
