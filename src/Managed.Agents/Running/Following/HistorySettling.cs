namespace Managed.Agents;

/// <summary>Decides when the history is read again after a connection was opened, because it can be behind the stream.</summary>
internal sealed class HistorySettling(TimeSpan delay, TimeProvider time)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly long _openedAt = time.GetTimestamp();
    private TimeSpan _nextReading = delay / 5;
    private TimeSpan _wait = FirstWait;
    private TimeSpan _waited;

    /// <summary>The event of the stream that is held until the history contains it.</summary>
    public SessionEvent? Held { get; private set; }

    /// <summary>Whether the history was read after the delay. It then contains all events from before the connection.</summary>
    public bool IsComplete { get; private set; } = delay == TimeSpan.Zero;

    /// <summary>Whether the maximum wait for the held event is over.</summary>
    public bool IsTimedOut => _waited >= delay;

    /// <summary>How long to wait for the stream before the history is read again: once early, and once after the delay.</summary>
    public TimeSpan UntilNextReading => _nextReading - time.GetElapsedTime(_openedAt);

    /// <summary>Whether the history contains the held event. Its copy there can have another key, for example if the one of the stream is unreadable.</summary>
    public bool IsFound { get; private set; }

    public void Hold(SessionEvent received) => Held = received;

    /// <summary>Records an event of the history. An input that is still queued there is not found yet if the stream has shown it as processed.</summary>
    public void Observe(SessionEvent stored) =>
        IsFound |= Held is { Id.Length: > 0 } held && held.Id == stored.Id && (held.ProcessedAt is null || stored.ProcessedAt is not null || stored is UnreadableSessionEvent);

    /// <summary>Returns the wait before the history is read again for the held event.</summary>
    public TimeSpan NextWait()
    {
        var wait = _wait < delay - _waited ? _wait : delay - _waited;
        _wait = _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
        _waited += wait;
        return wait;
    }

    /// <summary>Records that the history is read again because the time has come.</summary>
    public void ReadAgain()
    {
        IsComplete = _nextReading >= delay;
        _nextReading = delay;
    }
}
