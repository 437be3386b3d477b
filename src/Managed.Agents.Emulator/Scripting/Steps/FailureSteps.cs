using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A model request fails, the service tries again by itself.</summary>
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

/// <summary>The service has tried often enough: the turn is dead, and what was queued behind it is dropped.</summary>
internal sealed class ExhaustedStep(string errorType, string message) : ScriptStep
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

/// <summary>The session is beyond repair.</summary>
internal sealed class FatalStep(string errorType, string message) : ScriptStep
{
    public override Task RunAsync(Turn turn)
    {
        turn.Gate.Do(() =>
        {
            turn.Model.Close(isError: true);
            SessionFailure.Terminal(turn.Engine, errorType, message);
        });

        // Terminating abandoned this turn; leave it the way every abandoned turn is left.
        throw new TurnEndedException();
    }
}

/// <summary>Something fails that the turn can do without.</summary>
internal sealed class ErrorStep(string errorType, string message, JsonObject? details) : ScriptStep
{
    public override Task RunAsync(Turn turn)
    {
        turn.Gate.Do(() => SessionFailure.Emit(turn.Engine, errorType, message, RetryStatus.Retrying, details));
        return Task.CompletedTask;
    }
}

/// <summary>The model refuses.</summary>
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

/// <summary>The thread's context is summarised, between two model requests.</summary>
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

/// <summary>Sets what the next model request uses.</summary>
internal sealed class UsageStep(RequestUsage usage) : ScriptStep
{
    public override Task RunAsync(Turn turn)
    {
        turn.Gate.Do(() => turn.Model.Usage = usage);
        return Task.CompletedTask;
    }
}
