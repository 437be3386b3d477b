namespace Managed.Agents;

/// <summary>What is done to the session of a cancelled turn, in bounded time.</summary>
internal sealed class TurnExit(SessionsClient sessions, string sessionId, TurnOptions options, TimeProvider time)
{
    /// <summary>Does it as far as it can be done. What fails is not raised: the caller cancelled, and gets to hear that.</summary>
    public async Task RunAsync()
    {
        if (options.OnCancellation == TurnCancellation.LeaveRunning)
        {
            return;
        }

        using var limit = new CancellationTokenSource(options.CancellationTimeout, time);
        try
        {
            await sessions.Events.SendAsync(sessionId, new UserInterrupt(), limit.Token).ConfigureAwait(false);
            if (options.OnCancellation == TurnCancellation.Interrupt)
            {
                return;
            }

            await sessions.WaitUntilIdleAsync(sessionId, options.CancellationTimeout, limit.Token).ConfigureAwait(false);
            if (options.OnCancellation == TurnCancellation.Archive)
            {
                await sessions.ArchiveAsync(sessionId, limit.Token).ConfigureAwait(false);
            }
            else
            {
                await sessions.DeleteAsync(sessionId, limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception problem) when (problem is ManagedAgentsException or OperationCanceledException)
        {
            // In time or not at all.
        }
    }
}
