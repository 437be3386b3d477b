using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Everything the library logs. No line holds a body, a header or a query.</summary>
internal static partial class Log
{
    public const string Category = "Managed.Agents";

    [LoggerMessage(1, LogLevel.Debug, "{Method} {Path} answered {StatusCode} (request id {RequestId})")]
    public static partial void Answered(this ILogger logger, HttpMethod method, string path, int statusCode, string? requestId);

    [LoggerMessage(2, LogLevel.Warning, "Attempt {Attempt} of {Method} {Path} failed and is repeated in {Delay}: {Reason}")]
    public static partial void Repeated(this ILogger logger, int attempt, HttpMethod method, string path, TimeSpan delay, string reason);

    [LoggerMessage(3, LogLevel.Warning, "The stream of {SessionId} is lost (failure {Attempt} in a row) and is opened again in {Delay}: {Reason}")]
    public static partial void ConnectionLost(this ILogger logger, string sessionId, int attempt, TimeSpan delay, string reason);

    [LoggerMessage(4, LogLevel.Warning, "The tool {Tool} failed in call {CallId}")]
    public static partial void ToolFailed(this ILogger logger, Exception problem, string tool, string callId);

    [LoggerMessage(5, LogLevel.Warning, "The tool {Tool} did not finish within {Limit} in call {CallId}; its outcome is not known")]
    public static partial void ToolTimedOut(this ILogger logger, string tool, string callId, TimeSpan limit);

    [LoggerMessage(6, LogLevel.Error, "The result of call {CallId} could not be recorded; it is sent all the same")]
    public static partial void ResultNotRecorded(this ILogger logger, Exception problem, string callId);
}
