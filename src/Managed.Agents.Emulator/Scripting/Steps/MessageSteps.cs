namespace Managed.Agents.Emulator;

/// <summary>Sends a message and ends the model request.</summary>
internal sealed class ReplyStep(Func<ScriptTurn, string> text) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);

        // The script's code runs outside the lock, because it may be slow or call the emulator.
        var message = text(turn.View);
        turn.Gate.Do(() =>
        {
            turn.Model.EmitMessage(message);
            turn.Model.Close();
        });
    }
}

/// <summary>Emits thinking. The model request stays open.</summary>
internal sealed class ThinkStep : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        turn.Gate.Do(turn.Model.EmitThinking);
    }
}

/// <summary>Keeps a model request open until a task has completed.</summary>
internal sealed class WaitStep(Func<Turn, Task> work) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        await work(turn).ConfigureAwait(false);
    }
}
