namespace Managed.Agents;

/// <summary>A thread that has not ended: its delivered events and, if it is open, its feed and the pending move of the feed.</summary>
internal sealed class FollowedThread(DeliveredEvents delivered)
{
    private volatile bool _isCaughtUp;

    public string Id { get; } = delivered.ThreadId!;

    public DeliveredEvents Delivered => delivered;

    /// <summary>The feed, or null while the thread waits to be opened.</summary>
    public SessionEventFollower? Feed { get; private set; }

    /// <summary>The move of the feed that is pending or whose event was not handled yet.</summary>
    public Task<bool>? Move { get; set; }

    /// <summary>Whether the history of the thread has been read, so that its events are live.</summary>
    public bool IsCaughtUp => _isCaughtUp;

    public void Open(FollowSource source, SessionFollowOptions options, CancellationToken caller, CancellationToken reader) =>
        Feed = new SessionEventFollower(
            source,
            options with { From = null, IncludeThreads = null, OnNotice = Observe },
            delivered,
            caller,
            reader);

    /// <summary>Closes the feed. A pending move ends.</summary>
    public async ValueTask CloseAsync()
    {
        if (Feed is null)
        {
            return;
        }

        await Feed.DisposeAsync().ConfigureAwait(false);
        if (Move is { } move)
        {
            // It ends because the feed is disposed. An event that it received was not delivered, and is read again.
            await ((Task)move).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Feed = null;
        Move = null;
    }

    private void Observe(SessionFollowNotice notice) => _isCaughtUp = notice is SessionFollowCaughtUp || (_isCaughtUp && notice is not SessionFollowDisconnected);
}
