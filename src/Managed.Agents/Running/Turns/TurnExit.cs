namespace Managed.Agents;

/// <summary>Interrupts, archives or deletes the session of a canceled turn, within a timeout.</summary>
internal sealed class TurnExit(SessionsClient sessions, string sessionId, TurnOptions options, TimeProvider time)
{
    /// <summary>Performs the action. Failures are ignored, because the caller gets the cancellation.</summary>
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
            // Best effort within the timeout.
        }
    }
}
