namespace Managed.Agents.Benchmarks.Follow;

/// <summary>Follows a session with <c>FollowAsync</c>.</summary>
internal static class OurFollower
{
    public static async Task RunAsync(ManagedAgentsClient client, string sessionId, SessionWatch watch, CancellationToken cancellationToken)
    {
        var options = new SessionFollowOptions
        {
            OnNotice = notice =>
            {
                if (notice is SessionFollowCaughtUp)
                    watch.Connect();
            },
        };
        await foreach (var received in client.Sessions.Events.FollowAsync(sessionId, options, cancellationToken))
            watch.Take(received.Id, received is AgentMessageEvent, received is SessionStatusIdleEvent, received.ProcessedAt);
    }
}
