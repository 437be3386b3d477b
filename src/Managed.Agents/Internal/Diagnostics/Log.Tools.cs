using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>The log messages of tool calls. No message contains an argument or a result.</summary>
internal static partial class Log
{
    [LoggerMessage(20, LogLevel.Information, "The call {CallId} of {Tool} in {SessionId} is claimed by another process until {Until}. Waiting for its result")]
    public static partial void WaitingForClaim(this ILogger logger, string callId, string tool, string sessionId, DateTimeOffset until);

    [LoggerMessage(21, LogLevel.Warning, "The denial of call {CallId} could not be recorded. The call does not run here, but another process does not know about the denial")]
    public static partial void DenialNotRecorded(this ILogger logger, Exception problem, string callId);

    [LoggerMessage(22, LogLevel.Debug, "Writing the record of call {CallId} failed. Reading it to find out whether it was written")]
    public static partial void RecordUncertain(this ILogger logger, Exception problem, string callId);

    [LoggerMessage(23, LogLevel.Warning, "The lease of call {CallId} could not be renewed. It is tried again before the lease expires")]
    public static partial void LeaseNotRenewed(this ILogger logger, Exception problem, string callId);

    [LoggerMessage(24, LogLevel.Warning, "The claim of call {CallId} was taken over by another process while the call was running here")]
    public static partial void ClaimLost(this ILogger logger, string callId);

    [LoggerMessage(25, LogLevel.Debug, "The claim of call {CallId} could not be released. Its lease expires")]
    public static partial void ClaimNotReleased(this ILogger logger, Exception problem, string callId);

    [LoggerMessage(26, LogLevel.Error, "ToolOptions.OnUnknownOutcome failed for call {CallId}. The call is left unanswered")]
    public static partial void UnknownOutcomeFailed(this ILogger logger, Exception problem, string callId);

    [LoggerMessage(27, LogLevel.Error, "ToolOptions.OnUnknownOutcome did not finish within {Timeout} for call {CallId}. The call is left unanswered")]
    public static partial void UnknownOutcomeTimedOut(this ILogger logger, string callId, TimeSpan timeout);

    [LoggerMessage(28, LogLevel.Error, "ToolOptions.DescribeToolError failed for call {CallId}. The agent is told only that the tool failed")]
    public static partial void DescriptionFailed(this ILogger logger, Exception problem, string callId);

    [LoggerMessage(29, LogLevel.Debug, "The answer to call {CallId} was not sent. Retrying in {Delay}: {Reason}")]
    public static partial void AnswerNotSent(this ILogger logger, string callId, TimeSpan delay, string reason);

    [LoggerMessage(30, LogLevel.Warning, "The service does not accept the content of the result of call {CallId}. The agent is told that the result could not be delivered: {Reason}")]
    public static partial void ResultReplaced(this ILogger logger, string callId, string reason);

    [LoggerMessage(31, LogLevel.Debug, "The history of {SessionId} could not be read to find out whether call {CallId} is answered: {Reason}")]
    public static partial void AnswersNotRead(this ILogger logger, string sessionId, string callId, string reason);
}
