using System.Net;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Sends the answers to calls, with retries. The service accepts only one answer to a call, so a retry is safe.</summary>
/// <remarks>
/// A rejection is not taken as a verdict on the answer: the service can reject an answer to a call that it does not know yet, or that is
/// already answered. The history decides. Only an error about the content replaces a result.
/// </remarks>
internal sealed class AnswerSender(
    SessionEventsClient events, string sessionId, TimeSpan timeout, TimeProvider time, ILogger logger, IReadOnlyCollection<string>? contentErrorCodes = null)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly CallHistoryReader _history = new(events, sessionId);
    private readonly IReadOnlyCollection<string> _contentErrorCodes = contentErrorCodes ?? [];

    /// <summary>Sends an answer until the service has it, the history shows that it is not needed, or the timeout has expired.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">The result or the confirmation.</param>
    /// <param name="cancellationToken">A token to cancel the operation. The service may have the answer anyway.</param>
    public async Task<AnswerOutcome> SendAsync(ToolCall call, SessionInput answer, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var pauses = new Backoff(FirstPause, LongestPause);
        var wasReplaced = false;
        while (true)
        {
            if (await TrySendAsync(answer, cancellationToken).ConfigureAwait(false) is not { } problem)
            {
                return new AnswerOutcome.Sent(wasReplaced);
            }

            if (IsAccessDenied(problem))
            {
                return new AnswerOutcome.NotSent(problem, IsRefused: false);
            }

            if (!wasReplaced && ContentErrors.ReasonOf(problem, _contentErrorCodes) is { } reason && Explanation(answer, reason) is { } explanation)
            {
                logger.ResultReplaced(call.Id, reason);
                wasReplaced = true;
                answer = explanation;
                continue;
            }

            var isRefused = IsRefusal(problem);
            if (isRefused && await FindClosingAsync(call, answer, problem, cancellationToken).ConfigureAwait(false) is { } closed)
            {
                return closed;
            }

            if (NextPause(pauses, start, problem) is not { } pause)
            {
                return new AnswerOutcome.NotSent(problem, isRefused);
            }

            logger.AnswerNotSent(call.Id, pause, problem.Message);
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsAccessDenied(ManagedAgentsException problem) =>
        problem is ManagedAgentsApiException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden };

    private static bool IsNotFound(ManagedAgentsException problem) => problem is ManagedAgentsApiException { StatusCode: HttpStatusCode.NotFound };

    // A conflict can be temporary. It can also mean that the call is answered.
    private static bool IsRefusal(ManagedAgentsException problem) =>
        problem is ManagedAgentsApiException { StatusCode: var status } && (status == HttpStatusCode.Conflict || !ConnectionFailures.IsTransient(problem));

    /// <summary>Returns the result that replaces another, or null if the answer is not a result.</summary>
    private static SessionInput? Explanation(SessionInput answer, string reason)
    {
        var text = $"The tool ran, but its result could not be delivered: {reason}.";
        return answer switch
        {
            UserCustomToolResult result => result with { Content = [text], IsError = true },
            UserToolResult result => result with { Content = [text], IsError = true },
            _ => null,
        };
    }

    private static AnswerOutcome.Closed? ClosingOf(CallHistoryEntry entry, SessionInput answer) => entry switch
    {
        { Closing: CallClosing.Denied } => new AnswerOutcome.Closed(CallClosing.Denied, entry.Decision),
        { Closing: { } closing } => new AnswerOutcome.Closed(closing, Decision: null),
        { Decision: not null } when answer is UserToolConfirmation => new AnswerOutcome.Closed(CallClosing.Allowed, entry.Decision),
        _ => null,
    };

    private async Task<ManagedAgentsException?> TrySendAsync(SessionInput answer, CancellationToken cancellationToken)
    {
        try
        {
            await events.SendAsync(sessionId, answer, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ManagedAgentsException problem)
        {
            return problem;
        }
    }

    private async Task<AnswerOutcome?> FindClosingAsync(ToolCall call, SessionInput answer, ManagedAgentsException refusal, CancellationToken cancellationToken)
    {
        try
        {
            return ClosingOf(await _history.ReadAsync(call, cancellationToken).ConfigureAwait(false), answer);
        }
        catch (ManagedAgentsException problem)
        {
            // A deleted session rejects both requests.
            logger.AnswersNotRead(sessionId, call.Id, problem.Message);
            return IsNotFound(refusal) && IsNotFound(problem) ? new AnswerOutcome.Closed(CallClosing.TurnEnded, Decision: null) : null;
        }
    }

    /// <summary>Returns the delay before the next attempt, or null if the timeout expires before it. The last attempt is made when it expires.</summary>
    private TimeSpan? NextPause(Backoff pauses, long start, ManagedAgentsException problem)
    {
        var pause = pauses.Next();
        var requested = problem is ManagedAgentsApiException { RetryAfter: { } retryAfter } && retryAfter > pause ? retryAfter : pause;
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return requested;
        }

        var left = timeout - time.GetElapsedTime(start);
        return left <= TimeSpan.Zero || (requested > left && requested > pause) ? null
            : requested < left ? requested
            : left;
    }
}
