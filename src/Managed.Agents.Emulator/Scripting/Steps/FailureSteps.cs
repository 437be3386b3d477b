using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Fails a model request; the service retries automatically.</summary>
internal sealed class TransientFailureStep(string errorType, string message, TimeSpan retryAfter) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        turn.Gate.Do(() =>
        {
            turn.Model.Close(isError: true);
            SessionFailure.Emit(turn.Engine, errorType, message, RetryStatus.Retrying);
            turn.Engine.Lifecycle.Reschedule(turn.Thread);
        });
        if (retryAfter > TimeSpan.Zero)
        {
            await turn.Gate.DelayAsync(retryAfter).ConfigureAwait(false);
        }

        turn.Gate.Do(() => turn.Engine.Lifecycle.BeginWork(turn.Thread));
    }
}

/// <summary>Ends the turn with exhausted retries and drops queued inputs.</summary>
internal sealed class ExhaustedRetriesStep(string errorType, string message) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        turn.Gate.Do(() =>
        {
            turn.Model.Close(isError: true);
            SessionFailure.Emit(turn.Engine, errorType, message, RetryStatus.Exhausted);
            turn.Engine.Inputs.Drop();
            turn.Stop = StopReason.RetriesExhausted;
        });
    }
}

/// <summary>Ends the session with an unrecoverable error.</summary>
internal sealed class FatalErrorStep(string errorType, string message) : ScriptStep
{
    public override Task RunAsync(Turn turn)
    {
        turn.Gate.Do(() =>
        {
            turn.Model.Close(isError: true);
            SessionFailure.Terminal(turn.Engine, errorType, message);
        });

        // Terminating the session has abandoned this turn.
        throw new TurnEndedException();
    }
}

/// <summary>Reports an error and continues the turn.</summary>
internal sealed class ReportedErrorStep(string errorType, string message, JsonObject? details) : ScriptStep
{
    public override Task RunAsync(Turn turn)
    {
        turn.Gate.Do(() => SessionFailure.Emit(turn.Engine, errorType, message, RetryStatus.Retrying, details));
        return Task.CompletedTask;
    }
}

/// <summary>Ends the turn with a refusal.</summary>
internal sealed class RefusalStep(string? category, string? explanation) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        turn.Gate.Do(() =>
        {
            turn.Model.Close();
            turn.Stop = new StopReason("refusal") { Refusal = (category, explanation) };
        });
    }
}

/// <summary>Compacts the thread's context between two model requests.</summary>
internal sealed class CompactionStep : ScriptStep
{
    public override Task RunAsync(Turn turn)
    {
        turn.Gate.Do(() =>
        {
            turn.Model.Close();
            turn.Engine.Events.Emit(turn.Thread, "agent.thread_context_compacted");
        });
        return Task.CompletedTask;
    }
}

/// <summary>Sets the usage of the next model request.</summary>
internal sealed class UsageStep(RequestUsage usage) : ScriptStep
{
    public override Task RunAsync(Turn turn)
    {
        turn.Gate.Do(() => turn.Model.Usage = usage);
        return Task.CompletedTask;
    }
}
