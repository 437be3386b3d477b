namespace Managed.Agents;

/// <summary>One reading of the history from where it may hold something new, and the judgement which of its events are.</summary>
internal sealed class HistoryReading : IAsyncDisposable
{
    private readonly DeliveredEvents _delivered;
    private readonly DateTimeOffset? _from;
    private readonly IAsyncEnumerator<SessionEvent> _events;
    private bool _hasSeenKnown;

    public HistoryReading(FollowSource source, DeliveredEvents delivered, CancellationToken cancellationToken)
    {
        _delivered = delivered;
        _from = delivered.ReadFrom;
        _events = source.History(_from, cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    public SessionEvent Current => _events.Current;

    /// <summary>Whether the current event was not given yet.</summary>
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
        IsNew = Key is null || Judge(Key, Current.ProcessedAt);
        return true;
    }

    public ValueTask DisposeAsync() => _events.DisposeAsync();

    private bool Judge(string key, DateTimeOffset? processedAt)
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

        // What is older was given before the last events that are known by name; of the same moment, what comes before them.
        return processedAt > _from || _from is null || (processedAt == _from && _hasSeenKnown);
    }
}
