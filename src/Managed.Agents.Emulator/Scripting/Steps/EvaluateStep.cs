namespace Managed.Agents.Emulator;

/// <summary>Evaluates the outcome.</summary>
internal sealed class EvaluateStep(string result, string explanation, TimeSpan duration) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        var effective = "";
        turn.Gate.Do(() =>
        {
            turn.Model.Close();
            Active(turn).BeginEvaluation(turn.Engine);
        });
        if (duration > TimeSpan.Zero)
        {
            await turn.Gate.DelayAsync(duration).ConfigureAwait(false);
        }

        turn.Gate.Do(() => effective = Active(turn).EndEvaluation(turn.Engine, result, explanation));
        if (effective == "max_iterations_reached")
        {
            await new ReplyStep(static _ => "I have used all iterations. This is the current state of the work.").RunAsync(turn).ConfigureAwait(false);
        }
    }

    private static OutcomeRun Active(Turn turn) =>
        turn.Engine.Session.Outcome ?? throw new ScriptException("there is no outcome to evaluate. Send user.define_outcome, and create the script with OnOutcome.");
}
