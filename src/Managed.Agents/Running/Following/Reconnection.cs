namespace Managed.Agents;

/// <summary>When to connect again, and when to stop trying.</summary>
internal sealed class Reconnection(SessionFollowOptions options, TimeProvider time, string sessionId)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection has to hold before an earlier failure is forgotten. One that breaks at once is no cure.</summary>
    private static readonly TimeSpan Healthy = TimeSpan.FromSeconds(10);

    private DateTimeOffset? _openedAt;
    private DateTimeOffset? _troubleSince;
    private bool _hasProgressed;

    /// <summary>Failures in a row.</summary>
    public int Attempt { get; private set; }

    public void Opened() => _openedAt = time.GetUtcNow();

    /// <summary>Notes that an event was given. However short its connections are, a feed that goes on is not to be given up.</summary>
    public void Progressed() => _hasProgressed = true;

    /// <summary>The wait before the next attempt; null when there is to be none.</summary>
    public TimeSpan? Failed(TimeSpan? asked)
    {
        var now = time.GetUtcNow();
        if (now - _openedAt >= Healthy)
        {
            Attempt = 0;
            _hasProgressed = true;
        }

        _openedAt = null;
        _troubleSince = _hasProgressed ? now : _troubleSince ?? now;
        _hasProgressed = false;
        Attempt++;
        var longest = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(Attempt - 1, 10)));

        // From half of it to all of it, so that many who were cut off together do not come back together.
        var delay = TimeSpan.FromSeconds(longest * (0.5 + (Jitter() / 2)));
        delay = asked > delay ? asked.Value : delay;
        return options.ReconnectTimeout != Timeout.InfiniteTimeSpan && now + delay - _troubleSince > options.ReconnectTimeout ? null : delay;
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
