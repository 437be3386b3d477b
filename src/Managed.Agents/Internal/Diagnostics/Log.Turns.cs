using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <content>The log messages of turns.</content>
internal static partial class Log
{
    [LoggerMessage(60, LogLevel.Information, "The {Count} calls that session {SessionId} waits for are answered, but it has not continued. Waiting for {Timeout}")]
    public static partial void TurnAwaitsSession(this ILogger logger, string sessionId, int count, TimeSpan timeout);

    [LoggerMessage(61, LogLevel.Debug, "The session {SessionId} could not be read at the end of the turn: {Reason}")]
    public static partial void SessionNotRead(this ILogger logger, string sessionId, string reason);

    [LoggerMessage(62, LogLevel.Warning, "The turn of session {SessionId} was canceled, but the action {Action} failed: {Reason}")]
    public static partial void SessionNotLeft(this ILogger logger, string sessionId, TurnCancellation action, string reason);

    [LoggerMessage(63, LogLevel.Warning, "{Count} functions, approvers or stores did not stop within the shutdown timeout and were abandoned")]
    public static partial void CallsAbandoned(this ILogger logger, int count);

    [LoggerMessage(64, LogLevel.Debug, "The call {CallId} of {Tool} was canceled because it needs no answer here any more")]
    public static partial void CallCanceled(this ILogger logger, string tool, string callId);

    [LoggerMessage(65, LogLevel.Error, "The approver failed. The call {CallId} of {Tool} stays open")]
    public static partial void ApproverFailed(this ILogger logger, Exception problem, string tool, string callId);

    [LoggerMessage(66, LogLevel.Error, "The tool call store failed. The call {CallId} of {Tool} stays open")]
    public static partial void StoreFailed(this ILogger logger, Exception problem, string tool, string callId);

    [LoggerMessage(67, LogLevel.Debug, "The session has the answer to call {CallId}, but the store could not record that")]
    public static partial void CallNotClosed(this ILogger logger, Exception problem, string callId);

    [LoggerMessage(68, LogLevel.Debug, "The name of a calling agent in session {SessionId} is unknown: {Reason}")]
    public static partial void AgentNameUnknown(this ILogger logger, string sessionId, string reason);
}
