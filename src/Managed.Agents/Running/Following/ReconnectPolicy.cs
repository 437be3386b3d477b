namespace Managed.Agents;

/// <summary>Decides when to reconnect and when to stop.</summary>
internal sealed class ReconnectPolicy(SessionFollowOptions options, TimeProvider time, string sessionId)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection must last to reset the count of failures.</summary>
    private static readonly TimeSpan Healthy = TimeSpan.FromSeconds(10);

    private DateTimeOffset? _openedAt;
    private DateTimeOffset? _failingSince;
    private bool _hasProgressed;

    /// <summary>The number of consecutive failures.</summary>
    public int Attempt { get; private set; }

    public void Opened() => _openedAt = time.GetUtcNow();

    /// <summary>Records that an event was delivered. A feed that makes progress is not stopped, however short its connections are.</summary>
    public void Progressed() => _hasProgressed = true;

    /// <summary>Records that a part of the history was read before a failure. The rest is read soon, because it is read from there.</summary>
    public void Advanced()
    {
        _hasProgressed = true;
        Attempt = 0;
    }

    /// <summary>Records a failure. Returns the delay before the next attempt, or null if there is none.</summary>
    public TimeSpan? Failed(TimeSpan? retryAfter)
    {
        var now = time.GetUtcNow();
        if (now - _openedAt >= Healthy)
        {
            Attempt = 0;
            _hasProgressed = true;
        }

        _openedAt = null;
        _failingSince = _hasProgressed ? now : _failingSince ?? now;
        _hasProgressed = false;
        Attempt++;
        var longest = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(Attempt - 1, 10)));

        // Between half of the delay and all of it, so that clients that were disconnected together do not reconnect together.
        var delay = TimeSpan.FromSeconds(longest * (0.5 + (Jitter() / 2)));
        delay = retryAfter > delay ? retryAfter.Value : delay;
        return options.ReconnectTimeout != Timeout.InfiniteTimeSpan && now + delay - _failingSince > options.ReconnectTimeout ? null : delay;
    }

    // From 0 to below 1, by session and attempt: sessions that were disconnected together spread out, and a session repeats its schedule.
    private double Jitter()
    {
        var hash = 2166136261u;
        foreach (var character in sessionId)
        {
            hash = (hash ^ character) * 16777619;
        }

        hash = (hash ^ (uint)Attempt) * 16777619;
        hash ^= hash >> 15;
        hash *= 2246822519;
        hash ^= hash >> 13;
        return hash / 4294967296.0;
    }
}
