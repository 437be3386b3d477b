namespace Managed.Agents.Emulator;

/// <summary>Says something and ends the model request.</summary>
internal sealed class ReplyStep(Func<ScriptTurn, string> text) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);

        // The script's own code runs outside the lock: it may take its time, or call the emulator.
        var said = text(turn.View);
        turn.Gate.Do(() =>
        {
            turn.Model.Say(said);
            turn.Model.Close();
        });
    }
}

/// <summary>Thinks; the model request stays open for what comes of it.</summary>
internal sealed class ThinkStep : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        turn.Gate.Do(turn.Model.Think);
    }
}

/// <summary>Keeps a model request open until something has happened.</summary>
internal sealed class WorkStep(Func<Turn, Task> work) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        await work(turn).ConfigureAwait(false);
    }
}
