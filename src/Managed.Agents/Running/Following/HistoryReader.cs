namespace Managed.Agents;

/// <summary>Reads the history once, from the time where it can contain new events, and decides which events are new.</summary>
internal sealed class HistoryReader : IAsyncDisposable
{
    private readonly DeliveredEvents _delivered;
    private readonly DateTimeOffset? _from;
    private readonly IAsyncEnumerator<SessionEvent> _events;
    private bool _hasSeenKnown;

    public HistoryReader(FollowSource source, DeliveredEvents delivered, CancellationToken cancellationToken)
    {
        _delivered = delivered;
        _from = delivered.ReadFrom;
        _events = source.History(_from, cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    public SessionEvent Current => _events.Current;

    /// <summary>Whether the current event was not delivered yet.</summary>
    public bool IsNew { get; private set; }

    /// <summary>The key of the current event.</summary>
    public string? Key { get; private set; }

    public async ValueTask<bool> MoveNextAsync()
    {
        if (!await _events.MoveNextAsync().ConfigureAwait(false))
        {
            return false;
        }

        Key = EventIdentity.KeyOf(Current);
        IsNew = Key is null || IsUndelivered(Key, Current.ProcessedAt);
        return true;
    }

    public ValueTask DisposeAsync() => _events.DisposeAsync();

    private bool IsUndelivered(string key, DateTimeOffset? processedAt)
    {
        if (_delivered.Contains(key))
        {
            _hasSeenKnown = true;
            return false;
        }

        if (processedAt is null)
        {
            return !_delivered.WasQueued(key);
        }

        // Older events were delivered before the events whose keys are known. So were events with the same time that come before a known one.
        return processedAt > _from || _from is null || (processedAt == _from && _hasSeenKnown);
    }
}
