namespace Managed.Agents;

/// <summary>Decides when to reconnect and when to stop.</summary>
internal sealed class ReconnectPolicy
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection must last to reset the count of failures.</summary>
    private static readonly TimeSpan Healthy = TimeSpan.FromSeconds(10);

    private readonly SessionFollowOptions _options;
    private readonly TimeProvider _time;
    private readonly Backoff _delays;
    private DateTimeOffset? _openedAt;
    private DateTimeOffset? _failingSince;
    private bool _hasProgressed;

    public ReconnectPolicy(SessionFollowOptions options, TimeProvider time, string sessionId)
    {
        _options = options;
        _time = time;
        _delays = new Backoff(First, Longest, attempt => Jitter(sessionId, attempt));
    }

    /// <summary>The number of consecutive failures.</summary>
    public int Attempt => _delays.Attempt;

    public void Opened() => _openedAt = _time.GetUtcNow();

    /// <summary>Records that an event was delivered. A feed that makes progress is not stopped, however short its connections are.</summary>
    public void Progressed() => _hasProgressed = true;

    /// <summary>Records that a part of the history was read before a failure. The rest is read soon, because it is read from there.</summary>
    public void Advanced()
    {
        _hasProgressed = true;
        _delays.Reset();
    }

    /// <summary>Records a failure. Returns the delay before the next attempt, or null if there is none.</summary>
    public TimeSpan? Failed(TimeSpan? retryAfter)
    {
        var now = _time.GetUtcNow();
        if (now - _openedAt >= Healthy)
        {
            _delays.Reset();
            _hasProgressed = true;
        }

        _openedAt = null;
        _failingSince = _hasProgressed ? now : _failingSince ?? now;
        _hasProgressed = false;
        var delay = _delays.Next();
        delay = retryAfter > delay ? retryAfter.Value : delay;
        return _options.ReconnectTimeout != Timeout.InfiniteTimeSpan && now + delay - _failingSince > _options.ReconnectTimeout ? null : delay;
    }

    // From 0 to below 1, by session and attempt: sessions that were disconnected together spread out, and a session repeats its schedule.
    private static double Jitter(string sessionId, int attempt)
    {
        var hash = 2166136261u;
        foreach (var character in sessionId)
        {
            hash = (hash ^ character) * 16777619;
        }

        hash = (hash ^ (uint)attempt) * 16777619;
        hash ^= hash >> 15;
        hash *= 2246822519;
        hash ^= hash >> 13;
        return hash / 4294967296.0;
    }
}
