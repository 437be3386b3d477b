using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Claims a call, runs its function and records the result. A call that was refused gets its refusal as the result.</summary>
internal sealed class CallRunner(ToolOptions options, ToolCallClaims claims, SemaphoreSlim places, TimeProvider time, ILogger logger)
{
    private readonly ToolInvocation _invocation = new(options, time, logger);

    /// <summary>Returns the result of a call.</summary>
    /// <param name="call">The call with its checked input.</param>
    /// <param name="function">The function that runs it.</param>
    /// <param name="known">What the executor knows about the call.</param>
    /// <param name="isApproved">Whether an approval that the function needs was given. If not, the call may only continue from its record.</param>
    /// <param name="onWaiting">Is called when another process has the claim.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result, or null if the call has no record any more and needs an approval.</returns>
    public async Task<ToolExecutionResult?> RunAsync(
        ToolCall call, AIFunction function, RememberedCall known, bool isApproved, Action<ToolCallWait>? onWaiting, CancellationToken cancellationToken)
    {
        await known.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return known switch
            {
                { IsAnswered: true } => ToolExecutionResult.Answered,
                { Outcome: { } outcome } => outcome,
                { Refusal: { } refusal } => await RefuseAsync(call, refusal, onWaiting, cancellationToken).ConfigureAwait(false),
                _ => await ClaimAsync(call, function, known, isApproved, onWaiting, cancellationToken).ConfigureAwait(false),
            };
        }
        finally
        {
            known.Gate.Release();
        }
    }

    private static ToolExecutionResult Result(ToolCall call, ToolResult result, bool isOutcomeUnknown = false) =>
        new(ToolExecutionResultKind.Result, result.ToInput(call), isOutcomeUnknown);

    private static ToolExecutionResult Result(ToolCall call, ToolCallRecord record, ToolResult result) =>
        record.State == ToolCallState.Answered ? ToolExecutionResult.Answered : Result(call, record.Result ?? result, record.IsOutcomeUnknown);

    private async Task<ToolExecutionResult> RefuseAsync(ToolCall call, ToolResult refusal, Action<ToolCallWait>? onWaiting, CancellationToken cancellationToken)
    {
        var isStartedElsewhere = false;
        try
        {
            var claim = await claims.RefuseAsync(call, refusal, Waiting, cancellationToken).ConfigureAwait(false);
            return claim is { Kind: ClaimKind.Ours or ClaimKind.Ended, Record: { } record }
                ? Result(call, record, refusal)
                : await AnswerUnknownAsync(call, claim.Record, cancellationToken).ConfigureAwait(false);
        }
        catch (ToolCallStoreException problem) when (!isStartedElsewhere)
        {
            logger.DenialNotRecorded(problem, call.Id);
            return Result(call, refusal);
        }

        void Waiting(ToolCallWait wait)
        {
            // Its outcome is not known until the store says it, so the agent must not be told that the call was denied.
            isStartedElsewhere = true;
            onWaiting?.Invoke(wait);
        }
    }

    private async Task<ToolExecutionResult?> ClaimAsync(
        ToolCall call, AIFunction function, RememberedCall known, bool isApproved, Action<ToolCallWait>? onWaiting, CancellationToken cancellationToken)
    {
        var isIdempotent = ToolTraits.IsIdempotentOf(function);
        using var slot = new RunSlot(places);
        var claim = await claims.ClaimAsync(call, new ClaimRules(isApproved, isIdempotent, known.IsStarted), slot, onWaiting, cancellationToken).ConfigureAwait(false);
        switch (claim)
        {
            case { Kind: ClaimKind.Ours, Record: { } record }:
                var held = claims.Hold(call, record);
                await using (held.ConfigureAwait(false))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    held.Start();
                    known.IsStarted = true;
                    var (result, isUnknown) = await _invocation.RunAsync(call, function, cancellationToken).ConfigureAwait(false);
                    return known.Finish(await RecordAsync(call, result, isUnknown && !isIdempotent, held.CompleteAsync).ConfigureAwait(false));
                }

            case { Kind: ClaimKind.Ended, Record: { State: ToolCallState.Answered } or { Result: not null } }:
                return Result(call, claim.Record, ToolRefusals.Unknown);
            case { Kind: ClaimKind.Absent } when !isApproved:
                return null;
            default:
                return known.Finish(await AnswerUnknownAsync(call, claim.Record, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Answers a call that was started by a process that has left, or here without a result.</summary>
    private async Task<ToolExecutionResult> AnswerUnknownAsync(ToolCall call, ToolCallRecord? record, CancellationToken cancellationToken)
    {
        var answer = options.OnUnknownOutcome is { } ask ? await AskAsync(call, ask, cancellationToken).ConfigureAwait(false) : ToolRefusals.Unknown;
        return answer is null
            ? ToolExecutionResult.Open
            : await RecordAsync(call, answer, isUnknown: true, (result, _) => claims.AnswerUnknownAsync(call, record, result)).ConfigureAwait(false);
    }

    // The call stays open if the callback fails, so that it can still be answered.
    private async Task<ToolResult?> AskAsync(ToolCall call, Func<ToolCall, CancellationToken, ValueTask<ToolResult?>> ask, CancellationToken cancellationToken)
    {
        try
        {
            var (isCompleted, answer) = await BoundedCall.RunAsync(token => ask(call, token), options.ToolTimeout, time, cancellationToken).ConfigureAwait(false);
            if (!isCompleted)
            {
                logger.UnknownOutcomeTimedOut(call.Id, options.ToolTimeout);
            }

            return answer;
        }
        catch (Exception problem) when (!(problem is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            logger.UnknownOutcomeFailed(problem, call.Id);
            return null;
        }
    }

    // Recorded even if the turn is being left, so that the call is not run again.
    private async Task<ToolExecutionResult> RecordAsync(ToolCall call, ToolResult result, bool isUnknown, Func<ToolResult, bool, Task<ToolCallRecord>> record)
    {
        try
        {
            return Result(call, await record(result, isUnknown).ConfigureAwait(false), result);
        }
        catch (ToolCallStoreException problem)
        {
            // The store is not available. Sending the result saves it in the history of the session.
            logger.ResultNotRecorded(problem, call.Id);
            return Result(call, result, isUnknown);
        }
    }
}
