using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Runs a function with its timeout. The error result of a failed function contains no internal details.</summary>
internal sealed class ToolInvocation(ToolOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Runs the function. A function that ignores its token is abandoned after its timeout.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled, and the function returned no result.</exception>
    public async Task<(ToolResult Result, bool IsOutcomeUnknown)> RunAsync(ToolCall call, AIFunction function, CancellationToken cancellationToken)
    {
        var limit = ToolTraits.TimeLimitOf(function) ?? options.ToolTimeout;
        using var expiry = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        var token = either.Token;

        // Runs on the thread pool, so that blocking code does not block the events of the turn.
        var run = Task.Run(async () => await function.InvokeAsync(ToolArguments.Of(call, options.Services), token).ConfigureAwait(false), CancellationToken.None);
        try
        {
            return (ToolResult.FromObject(await run.WaitAsync(token).ConfigureAwait(false), function.JsonSerializerOptions), false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (await WaitForResultAfterCancellationAsync(call, function, run, cancellationToken).ConfigureAwait(false), false);
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested)
        {
            BoundedCall.Forget(run);
            logger.ToolTimedOut(call.Name, call.Id, limit);
            return (ToolResult.Error($"The tool did not finish within {limit} and was canceled. It is unknown whether it took effect."), true);
        }
        catch (Exception problem)
        {
            logger.ToolFailed(problem, call.Name, call.Id);
            return (ToolResult.Error(Describe(call, problem)), false);
        }
    }

    // A result is valid even after the cancellation. An exception is not, because it may be caused by the cancellation.
    private async Task<ToolResult> WaitForResultAfterCancellationAsync(ToolCall call, AIFunction function, Task<object?> run, CancellationToken cancellationToken)
    {
        try
        {
            return ToolResult.FromObject(await run.WaitAsync(options.ToolShutdownTimeout, time, CancellationToken.None).ConfigureAwait(false), function.JsonSerializerOptions);
        }
        catch (Exception problem)
        {
            BoundedCall.Forget(run);
            throw new OperationCanceledException($"The call {call.Id} of {call.Name} was canceled while it was running.", problem, cancellationToken);
        }
    }

    private string Describe(ToolCall call, Exception problem)
    {
        const string Fallback = "The tool failed.";
        if (problem is ToolException)
        {
            return problem.Message;
        }

        try
        {
            return options.DescribeToolError?.Invoke(call, problem) ?? Fallback;
        }
        catch (Exception failure)
        {
            logger.DescriptionFailed(failure, call.Id);
            return Fallback;
        }
    }
}
