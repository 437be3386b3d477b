using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>One run of a function, within its time, with nothing of its insides in the result when it fails.</summary>
internal sealed class ToolInvocation(ToolOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Runs it. A function that does not heed its token is left behind when its time is over.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled, and the function gave no result.</exception>
    public async Task<(ToolResult Result, bool IsOutcomeUnknown)> RunAsync(ToolCall call, AIFunction function, CancellationToken cancellationToken)
    {
        var limit = ToolTraits.TimeLimitOf(function) ?? options.ToolTimeout;
        using var expiry = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        var token = either.Token;

        // On a thread of its own, so that code which blocks does not hold up the events of the turn.
        var run = Task.Run(async () => await function.InvokeAsync(ToolArguments.Of(call, options.Services), token).ConfigureAwait(false), CancellationToken.None);
        try
        {
            return (ToolResult.FromObject(await run.WaitAsync(token).ConfigureAwait(false), function.JsonSerializerOptions), false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (await LastWordsAsync(call, function, run, cancellationToken).ConfigureAwait(false), false);
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested)
        {
            Forget(run);
            logger.ToolTimedOut(call.Name, call.Id, limit);
            return (ToolResult.Error($"The tool did not finish within {limit} and was cancelled. Whether it had its effect is not known."), true);
        }
        catch (Exception problem)
        {
            logger.ToolFailed(problem, call.Name, call.Id);
            return (ToolResult.Error(Describe(call, problem)), false);
        }
    }

    // Cancelled or not, a result is a result. An exception is none: it may come from the cancellation, half way through.
    private async Task<ToolResult> LastWordsAsync(ToolCall call, AIFunction function, Task<object?> run, CancellationToken cancellationToken)
    {
        try
        {
            return ToolResult.FromObject(await run.WaitAsync(options.ToolShutdownTimeout, time, CancellationToken.None).ConfigureAwait(false), function.JsonSerializerOptions);
        }
        catch (Exception problem)
        {
            Forget(run);
            throw new OperationCanceledException($"The call {call.Id} of {call.Name} was left while it ran.", problem, cancellationToken);
        }
    }

    private static void Forget(Task run) =>
        _ = run.ContinueWith(static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private string Describe(ToolCall call, Exception problem) =>
        problem is ToolException ? problem.Message : options.DescribeToolError?.Invoke(call, problem) ?? "The tool failed.";
}
