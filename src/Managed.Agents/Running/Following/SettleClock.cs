namespace Managed.Agents;

/// <summary>How long, after a connection was made, the history is read again because it may lag behind.</summary>
internal sealed class SettleClock(TimeSpan lag, TimeProvider time)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly long _openedAt = time.GetTimestamp();
    private TimeSpan _nextReading = lag / 5;
    private TimeSpan _wait = FirstWait;
    private TimeSpan _waited;

    /// <summary>The event of the stream that the history has yet to show.</summary>
    public SessionEvent? Held { get; private set; }

    /// <summary>Whether the history has been read after the lag: it shows all from before the connection.</summary>
    public bool IsOver { get; private set; } = lag == TimeSpan.Zero;

    /// <summary>Whether the held event has been waited for long enough.</summary>
    public bool HasWaited => _waited >= lag;

    /// <summary>How long to wait for the stream before the history is read again: once soon, and once when the lag is over.</summary>
    public TimeSpan UntilNextReading => _nextReading - time.GetElapsedTime(_openedAt);

    public void Hold(SessionEvent received) => Held = received;

    /// <summary>The wait before the history is read again for the held event.</summary>
    public TimeSpan NextWait()
    {
        var wait = _wait < lag - _waited ? _wait : lag - _waited;
        _wait = _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
        _waited += wait;
        return wait;
    }

    /// <summary>Notes that the history is read again because of the time.</summary>
    public void ReadAgain()
    {
        IsOver = _nextReading >= lag;
        _nextReading = lag;
    }
}
