namespace Managed.Agents.Emulator;

/// <summary>Calls one or more tools in one model request, and continues when every call has its result.</summary>
internal sealed class ToolStep(IReadOnlyList<ScriptedCall> calls) : ScriptStep
{
    public IReadOnlyList<ScriptedCall> Calls => calls;

    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        List<ToolRun> runs = [];
        turn.Gate.Do(() =>
        {
            // All tools are looked up before the first call is emitted, so that an invalid script emits nothing.
            runs = [.. calls.Select(call => new ToolRun(turn, call, call.Find(turn.Thread)))];
            runs.ForEach(static run => run.Emit());
            turn.Model.Close();
        });

        foreach (var run in runs.Where(static run => run.IsDecided))
        {
            await run.CompleteAsync().ConfigureAwait(false);
        }

        await WaitForClientAsync(turn).ConfigureAwait(false);
        foreach (var run in runs.Where(static run => !run.IsComplete))
        {
            await run.CompleteAsync().ConfigureAwait(false);
        }

        await WaitForClientAsync(turn).ConfigureAwait(false);
        foreach (var run in runs.Where(static run => !run.IsComplete))
        {
            // A call that a worker runs may wait twice: first for the confirmation, then for the result.
            await run.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static Task WaitForClientAsync(Turn turn) => turn.Gate.WaitUntilAsync(
        () => !turn.Thread.Unanswered.Any(),
        onWait: () => turn.Engine.Lifecycle.EndWork(turn.Thread, ThreadActivity.AwaitsClient, StopReason.RequiresAction(turn.Thread.Unanswered)));
}
