using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>
/// Reads a list of events page by page. After an incomplete response, the same page is read again with fewer events. After any failure,
/// reading can be continued at the page that failed: a follower does that when it reconnects, and other readers do it here.
/// </summary>
internal sealed class HistoryPages(AsyncPageable<SessionEvent> list, HistoryPageSize size, ILogger logger)
{
    /// <summary>How often a page that cannot be smaller is read again before the caller has to wait.</summary>
    private const int MaxRepeats = 3;

    /// <summary>How often reading is continued after lost connections without a page in between.</summary>
    private const int MaxContinuations = 4;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private bool _isAtEnd;
    private int _repeats;

    /// <summary>The cursor of the next page, or null at the start of the list.</summary>
    public string? Cursor { get; private set; }

    /// <summary>Returns all events of a list. Reading continues after a lost connection.</summary>
    public static async IAsyncEnumerable<SessionEvent> ReadAllAsync(
        AsyncPageable<SessionEvent> list, HistoryPageSize size, TimeProvider time, ILogger logger, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in ReadPagesAsync(list, size, time, logger, cancellationToken).ConfigureAwait(false))
        {
            foreach (var stored in page.Items)
            {
                yield return stored;
            }
        }
    }

    /// <summary>Returns all pages of a list. Reading continues after a lost connection.</summary>
    public static async IAsyncEnumerable<Page<SessionEvent>> ReadPagesAsync(
        AsyncPageable<SessionEvent> list, HistoryPageSize size, TimeProvider time, ILogger logger, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pages = new HistoryPages(list, size, logger);
        while (await pages.ContinueAsync(time, cancellationToken).ConfigureAwait(false) is { } page)
        {
            yield return page;
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

    private async Task<Page<SessionEvent>?> ContinueAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var pauses = new Backoff(FirstPause, LongestPause);
        while (true)
        {
            try
            {
                return await NextAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ManagedAgentsException failure) when ((failure.IsConnectionLost || failure.IsIncompleteResponse) && pauses.Attempt < MaxContinuations)
            {
                logger.HistoryContinued(failure.Message);
            }

            await Task.Delay(pauses.Next(), time, cancellationToken).ConfigureAwait(false);
        }
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
