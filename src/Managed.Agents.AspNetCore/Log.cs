using Managed.Agents.Webhooks;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>Everything the package logs. No line holds a body, a signature or a key.</summary>
internal static partial class Log
{
    public const string Category = "Managed.Agents.AspNetCore";

    [LoggerMessage(1, LogLevel.Warning, "Webhook at {Route} refused ({Reason}): {Problem}")]
    public static partial void Refused(this ILogger logger, string route, WebhookRefusal reason, string problem);

    [LoggerMessage(2, LogLevel.Information, "Webhook at {Route} could not be received: {Problem}")]
    public static partial void Unreadable(this ILogger logger, string route, string problem);

    [LoggerMessage(3, LogLevel.Debug, "Webhook {DeliveryId} ({Type}) at {Route} handled")]
    public static partial void Done(this ILogger logger, string route, string deliveryId, string type);

    [LoggerMessage(4, LogLevel.Debug, "Webhook {DeliveryId} ({Type}) at {Route} was handled before, and is acknowledged again")]
    public static partial void Duplicate(this ILogger logger, string route, string deliveryId, string type);

    [LoggerMessage(5, LogLevel.Information, "Webhook {DeliveryId} ({Type}) at {Route} is still being handled; this delivery is put off")]
    public static partial void Busy(this ILogger logger, string route, string deliveryId, string type);

    [LoggerMessage(6, LogLevel.Error, "Handling the webhook {DeliveryId} ({Type}) at {Route} failed")]
    public static partial void Failed(this ILogger logger, Exception problem, string route, string deliveryId, string type);

    [LoggerMessage(7, LogLevel.Error, "The handlers of the webhook {DeliveryId} ({Type}) at {Route} took longer than {Limit} (WebhookReceiverOptions.HandlerTimeLimit); the service is told to deliver again")]
    public static partial void TooSlow(this ILogger logger, string route, string deliveryId, string type, TimeSpan limit);

    [LoggerMessage(8, LogLevel.Warning, "The queue at {Route} is full (WebhookQueueOptions.Capacity); the webhook {DeliveryId} ({Type}) is put off")]
    public static partial void QueueFull(this ILogger logger, string route, string deliveryId, string type);

    [LoggerMessage(9, LogLevel.Error, "The webhook {DeliveryId} ({Type}) at {Route} was acknowledged, and the host stops before it could be handled")]
    public static partial void Dropped(this ILogger logger, string route, string deliveryId, string type);

    [LoggerMessage(10, LogLevel.Error, "{Count} acknowledged webhooks at {Route} were not handled before the host stopped")]
    public static partial void Left(this ILogger logger, string route, int count);

    [LoggerMessage(11, LogLevel.Error, "The webhook {DeliveryId} ({Type}) at {Route} could not be claimed; the service is told to deliver again")]
    public static partial void NotTaken(this ILogger logger, Exception problem, string route, string deliveryId, string type);

    [LoggerMessage(12, LogLevel.Warning, "The webhook {DeliveryId} ({Type}) at {Route} is handled, but that could not be stored: if it comes again, it may be handled again")]
    public static partial void NotRemembered(this ILogger logger, Exception problem, string route, string deliveryId, string type);

    [LoggerMessage(13, LogLevel.Warning, "A claim at {Route} could not be released; it ends by itself within {Lease}")]
    public static partial void NotReleased(this ILogger logger, Exception problem, string route, TimeSpan lease);

    [LoggerMessage(14, LogLevel.Error, "No webhook at {Route} can be verified: {Problem}")]
    public static partial void CannotVerify(this ILogger logger, string route, string problem);

    [LoggerMessage(15, LogLevel.Warning, "No {Type} of session {SessionId} arrived at {Route} for what happened at {At}: it is caught up")]
    public static partial void CaughtUp(this ILogger logger, string route, string type, string sessionId, DateTimeOffset at);

    [LoggerMessage(16, LogLevel.Error, "Looking for missed webhooks failed; it is tried again in {Interval}")]
    public static partial void CatchUpFailed(this ILogger logger, Exception problem, TimeSpan interval);
}
