namespace Managed.Agents.Emulator;

/// <summary>Lets the grader judge the work so far.</summary>
internal sealed class EvaluateStep(string result, string explanation, TimeSpan duration) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        var counted = "";
        turn.Gate.Do(() =>
        {
            turn.Model.Close();
            Active(turn).BeginEvaluation(turn.Engine);
        });
        if (duration > TimeSpan.Zero)
        {
            await turn.Gate.DelayAsync(duration).ConfigureAwait(false);
        }

        turn.Gate.Do(() => counted = Active(turn).EndEvaluation(turn.Engine, result, explanation));
        if (counted == "max_iterations_reached")
        {
            await new ReplyStep(static _ => "I have used up my rounds; this is as far as I got.").RunAsync(turn).ConfigureAwait(false);
        }
    }

    private static OutcomeRun Active(Turn turn) =>
        turn.Engine.Session.Outcome ?? throw new ScriptException("there is no outcome to evaluate; define one, and write the script with OnOutcome.");
}
