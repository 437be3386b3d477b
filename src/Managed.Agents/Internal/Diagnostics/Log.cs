using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>The log messages of the library. No message contains a body, a header or a query.</summary>
internal static partial class Log
{
    public const string Category = "Managed.Agents";

    [LoggerMessage(1, LogLevel.Debug, "{Method} {Path} returned {StatusCode} (request id {RequestId})")]
    public static partial void ResponseReceived(this ILogger logger, HttpMethod method, string path, int statusCode, string? requestId);

    [LoggerMessage(2, LogLevel.Warning, "Attempt {Attempt} of {Method} {Path} failed. Retrying in {Delay}: {Reason}")]
    public static partial void Retrying(this ILogger logger, int attempt, HttpMethod method, string path, TimeSpan delay, string reason);

    [LoggerMessage(3, LogLevel.Warning, "The stream of {SessionId} was disconnected (consecutive failure {Attempt}). Reconnecting in {Delay}: {Reason}")]
    public static partial void StreamDisconnected(this ILogger logger, string sessionId, int attempt, TimeSpan delay, string reason);

    [LoggerMessage(4, LogLevel.Warning, "The tool {Tool} failed in call {CallId}")]
    public static partial void ToolFailed(this ILogger logger, Exception problem, string tool, string callId);

    [LoggerMessage(5, LogLevel.Warning, "The tool {Tool} did not finish within {Timeout} in call {CallId}. Its outcome is unknown")]
    public static partial void ToolTimedOut(this ILogger logger, string tool, string callId, TimeSpan timeout);

    [LoggerMessage(6, LogLevel.Error, "The result of call {CallId} could not be recorded. It is sent anyway")]
    public static partial void ResultNotRecorded(this ILogger logger, Exception problem, string callId);

    [LoggerMessage(7, LogLevel.Debug, "The stream of {SessionId} could not be opened. Reading the history to find out whether the session has ended: {Reason}")]
    public static partial void StreamOpenRejected(this ILogger logger, string sessionId, string reason);

    [LoggerMessage(8, LogLevel.Debug, "The stream of {SessionId} was disconnected after the session had ended: {Reason}")]
    public static partial void StreamDisconnectedAfterEnd(this ILogger logger, string sessionId, string reason);

    // The ids from 40 belong to sends and creates that must not happen twice.
    [LoggerMessage(40, LogLevel.Warning, "Attempt {Attempt} of a send to {SessionId} failed, and its inputs may have been received. Reading the history in {Delay}: {Reason}")]
    public static partial void SendUncertain(this ILogger logger, string sessionId, int attempt, TimeSpan delay, string reason);

    [LoggerMessage(41, LogLevel.Warning, "The history of {SessionId} could not be read after a send. The outcome of the send is unknown: {Reason}")]
    public static partial void SendNotVerified(this ILogger logger, string sessionId, string reason);

    [LoggerMessage(42, LogLevel.Warning, "Attempt {Attempt} to create an object of type {Type} failed, and it may have been created. Looking for it in {Delay}: {Reason}")]
    public static partial void CreateUncertain(this ILogger logger, int attempt, string type, TimeSpan delay, string reason);

    [LoggerMessage(43, LogLevel.Warning, "The objects of type {Type} could not be listed after a create. The outcome of the create is unknown: {Reason}")]
    public static partial void CreateNotVerified(this ILogger logger, string type, string reason);

    [LoggerMessage(44, LogLevel.Warning, "The agent {AgentId} has the same key as an older agent, and it could not be archived: {Reason}")]
    public static partial void DuplicateAgentNotArchived(this ILogger logger, string agentId, string reason);

    // The ids from 50 belong to reading the history.
    [LoggerMessage(50, LogLevel.Debug, "A page of the history did not arrive completely. Reading it again with {PageSize} events: {Reason}")]
    public static partial void HistoryPageIncomplete(this ILogger logger, int pageSize, string reason);

    [LoggerMessage(51, LogLevel.Debug, "Reading the history of {SessionId} could not be continued. Reading it again: {Reason}")]
    public static partial void HistoryNotContinued(this ILogger logger, string sessionId, string reason);

    [LoggerMessage(55, LogLevel.Debug, "The connection was lost while the history was read. The same page is read again: {Reason}")]
    public static partial void HistoryContinued(this ILogger logger, string reason);

    [LoggerMessage(52, LogLevel.Debug, "The feed of {SessionId} was disposed while it waited for an event: {Reason}")]
    public static partial void FeedDisposedWhileMoving(this ILogger logger, string sessionId, string reason);

    [LoggerMessage(44, LogLevel.Warning, "The events of the thread {ThreadId} cannot be read. The feed continues without them: {Reason}")]
    public static partial void ThreadNotFollowed(this ILogger logger, string threadId, string reason);

    [LoggerMessage(45, LogLevel.Information, "The thread {ThreadId} is not followed yet, because {OpenThreads} threads are open. It is followed when one of them ends")]
    public static partial void ThreadWaits(this ILogger logger, string threadId, int openThreads);
}
