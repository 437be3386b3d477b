namespace Managed.Agents;

/// <summary>Reads the history once, from the time where it can contain new events, and decides which events are new.</summary>
internal sealed class HistoryReader
{
    private readonly DeliveredEvents _delivered;
    private readonly CancellationToken _cancellationToken;
    private readonly DateTimeOffset? _from;
    private readonly HistoryPages _pages;
    private IReadOnlyList<SessionEvent> _page = [];
    private int _index;
    private DateTimeOffset? _time;
    private bool _hasSeenKnown;
    private bool _hasAdvanced;

    public HistoryReader(FollowSource source, DeliveredEvents delivered, HistoryPageSize pageSize, CancellationToken cancellationToken)
    {
        _delivered = delivered;
        _cancellationToken = cancellationToken;
        _from = delivered.ReadFrom;
        _time = _from;
        _pages = new HistoryPages(source.History(_from, cancellationToken), pageSize, source.Logger);
    }

    public SessionEvent Current => _page[_index];

    /// <summary>Whether the current event was not delivered yet.</summary>
    public bool IsNew { get; private set; }

    /// <summary>The key of the current event.</summary>
    public string? Key { get; private set; }

    /// <summary>Whether reading was interrupted after the first page. The cursor may have become invalid since.</summary>
    public bool IsContinued { get; private set; }

    /// <summary>Moves to the next event. After a failure, the next call continues at the page that could not be read.</summary>
    public async ValueTask<bool> MoveNextAsync()
    {
        _index++;
        while (_index >= _page.Count)
        {
            if (await _pages.NextAsync(_cancellationToken).ConfigureAwait(false) is not { } page)
            {
                return false;
            }

            _page = page.Items;
            _index = 0;
            _hasAdvanced = true;
        }

        Key = EventIdentity.KeyOf(Current);
        IsNew = Key is null || IsUndelivered(Key, Current);
        return true;
    }

    /// <summary>Records that reading stops until the next connection.</summary>
    /// <returns>Whether a page was read since reading began or was continued.</returns>
    public bool Interrupt()
    {
        var hasAdvanced = _hasAdvanced;
        _hasAdvanced = false;
        IsContinued = _pages.Cursor is not null;
        return hasAdvanced;
    }

    private bool IsUndelivered(string key, SessionEvent stored)
    {
        // The time of an unreadable event may be unknown. It is about that of the event before.
        var isUntimed = stored is UnreadableSessionEvent { ProcessedAt: null };
        var processedAt = isUntimed ? _time : stored.ProcessedAt;
        _time = processedAt ?? _time;
        if (_delivered.Contains(key))
        {
            _hasSeenKnown = true;
            return false;
        }

        if (processedAt is null && !isUntimed)
        {
            return !_delivered.WasQueued(key);
        }

        // Older events were delivered before the events whose keys are known. So were events with the same time that come before a known one.
        return processedAt > _from || _from is null || (processedAt == _from && _hasSeenKnown);
    }
}
