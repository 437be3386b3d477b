using System.Net;

namespace Managed.Agents;

/// <summary>Sends the answers to calls, with retries. The service accepts only one answer to a call, so a retry is safe.</summary>
internal sealed class AnswerPost(SessionEventsClient events, string sessionId, TimeSpan limit, TimeProvider time)
{
    /// <summary>The number of times that a rejected answer is sent, because the service sometimes does not find a new call immediately.</summary>
    private const int MaxRejections = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private static readonly SessionEventType[] Kinds =
    [
        SessionEventType.UserCustomToolResult, SessionEventType.UserToolResult, SessionEventType.UserToolConfirmation,
        SessionEventType.AgentToolResult, SessionEventType.AgentMcpToolResult,
    ];

    /// <summary>Sends an answer.</summary>
    /// <returns>Null if the session has an answer to the call, otherwise the error with which the service rejected it.</returns>
    /// <exception cref="ManagedAgentsException">The service could not be reached for longer than the timeout, or access was denied.</exception>
    public async Task<ManagedAgentsException?> SendAsync(ToolCall call, SessionInput answer, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var pause = FirstPause;
        for (var refusals = 0; ;)
        {
            try
            {
                await events.SendAsync(sessionId, answer, cancellationToken).ConfigureAwait(false);
                return null;
            }
            catch (ManagedAgentsApiException refusal) when (IsRefusal(refusal.StatusCode))
            {
                if (await IsAnsweredAsync(call.Id, answer is UserToolConfirmation, cancellationToken).ConfigureAwait(false))
                {
                    return null;
                }

                if (++refusals == MaxRejections)
                {
                    return refusal;
                }
            }
            catch (ManagedAgentsException failure) when (failure.MayHaveTakenEffect || ConnectionFailures.IsTransient(failure))
            {
                if (limit != Timeout.InfiniteTimeSpan && time.GetElapsedTime(start) + pause > limit)
                {
                    throw;
                }
            }

            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Returns the calls that the history already answers.</summary>
    public async Task<HashSet<string>> AnsweredAsync(IReadOnlyCollection<string> callIds, bool byConfirmation, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var stored in events.ListAsync(sessionId, new SessionEventListOptions { Types = Kinds, Order = SortOrder.Descending, PageSize = 1000 }, cancellationToken).ConfigureAwait(false))
        {
            if (CallAnsweredBy(stored) is { } callId && callIds.Contains(callId) && (byConfirmation || stored is not UserToolConfirmationEvent))
            {
                found.Add(callId);
                if (found.Count == callIds.Count)
                {
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>Returns the id of the call that an event answers, or null.</summary>
    public static string? CallAnsweredBy(SessionEvent received) => received switch
    {
        UserCustomToolResultEvent result => result.CustomToolUseId,
        UserToolResultEvent result => result.ToolUseId,
        UserToolConfirmationEvent confirmation => confirmation.ToolUseId,
        AgentToolResultEvent result => result.ToolUseId,
        AgentMcpToolResultEvent result => result.McpToolUseId,
        _ => null,
    };

    // A deleted session rejects both requests. Its events report the deletion.
    private async Task<bool> IsAnsweredAsync(string callId, bool byConfirmation, CancellationToken cancellationToken)
    {
        try
        {
            return (await AnsweredAsync([callId], byConfirmation, cancellationToken).ConfigureAwait(false)).Count > 0;
        }
        catch (ManagedAgentsApiException)
        {
            return false;
        }
    }

    private static bool IsRefusal(HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict;
}
