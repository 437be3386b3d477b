using Managed.Agents.Emulator;
using Managed.Agents.Tests.Framework;

namespace Managed.Agents.Tests.Running.Turns;

internal static class TurnTestExtensions
{
    /// <summary>Returns the events that the history has after a position.</summary>
    public static async IAsyncEnumerable<SessionEvent> FollowUntilCaughtUp(this SessionEventsClient events, string sessionId, SessionPosition position)
    {
        using var stop = new CancellationTokenSource();
        var feed = events.FollowAsync(
            sessionId, new SessionFollowOptions { From = position, HistoryDelay = TimeSpan.Zero, OnNotice = notice => { if (notice is SessionFollowCaughtUp) { stop.Cancel(); } } }, stop.Token);
        await using var enumerator = feed.GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await enumerator.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            yield return enumerator.Current;
        }
    }

    /// <summary>Waits until this many sends were received.</summary>
    public static async Task WaitForSendsAsync(this AgentsEmulator emulator, int count)
    {
        var waiting = Task.Run(async () =>
        {
            while (emulator.Requests.Count(static request => request.Operation == "sessions.events.send") < count)
            {
                await Task.Yield();
            }
        });
        await waiting.Guarded();
    }
}
