using Managed.Agents.Webhooks;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>The log messages of the package. None contains a body, a signature or a key.</summary>
internal static partial class Log
{
    public const string Category = "Managed.Agents.AspNetCore";

    [LoggerMessage(1, LogLevel.Warning, "Webhook at {Route} rejected ({Reason}): {Problem}")]
    public static partial void Rejected(this ILogger logger, string route, WebhookVerificationFailure reason, string problem);

    [LoggerMessage(2, LogLevel.Information, "The body of a webhook at {Route} could not be read: {Problem}")]
    public static partial void BodyUnreadable(this ILogger logger, string route, string problem);

    [LoggerMessage(3, LogLevel.Debug, "Webhook {DeliveryId} ({Type}) at {Route} handled")]
    public static partial void Handled(this ILogger logger, string route, string deliveryId, string type);

    [LoggerMessage(4, LogLevel.Debug, "Webhook {DeliveryId} ({Type}) at {Route} was handled before and is acknowledged again")]
    public static partial void Duplicate(this ILogger logger, string route, string deliveryId, string type);

    [LoggerMessage(5, LogLevel.Information, "Webhook {DeliveryId} ({Type}) at {Route} is still being handled; the service is asked to deliver it again")]
    public static partial void StillHandling(this ILogger logger, string route, string deliveryId, string type);

    [LoggerMessage(6, LogLevel.Error, "Handling the webhook {DeliveryId} ({Type}) at {Route} failed")]
    public static partial void HandlingFailed(this ILogger logger, Exception exception, string route, string deliveryId, string type);

    [LoggerMessage(7, LogLevel.Error, "The handlers of the webhook {DeliveryId} ({Type}) at {Route} exceeded the timeout of {Timeout} (WebhookReceiverOptions.HandlerTimeout); the service is asked to deliver it again")]
    public static partial void HandlerTimedOut(this ILogger logger, string route, string deliveryId, string type, TimeSpan timeout);

    [LoggerMessage(8, LogLevel.Warning, "The queue at {Route} is full (WebhookQueueOptions.Capacity); the service is asked to deliver the webhook {DeliveryId} ({Type}) again")]
    public static partial void QueueFull(this ILogger logger, string route, string deliveryId, string type);

    [LoggerMessage(9, LogLevel.Error, "The webhook {DeliveryId} ({Type}) at {Route} was acknowledged, but the host stopped before it was handled")]
    public static partial void DroppedFromQueue(this ILogger logger, string route, string deliveryId, string type);

    [LoggerMessage(10, LogLevel.Error, "{Count} acknowledged webhooks at {Route} were not handled before the host stopped")]
    public static partial void QueueNotEmpty(this ILogger logger, string route, int count);

    [LoggerMessage(11, LogLevel.Error, "The webhook {DeliveryId} ({Type}) at {Route} could not be claimed; the service is asked to deliver it again")]
    public static partial void ClaimFailed(this ILogger logger, Exception exception, string route, string deliveryId, string type);

    [LoggerMessage(12, LogLevel.Warning, "The webhook {DeliveryId} ({Type}) at {Route} was handled, but this could not be stored; a duplicate may be handled again")]
    public static partial void CompletionNotStored(this ILogger logger, Exception exception, string route, string deliveryId, string type);

    [LoggerMessage(13, LogLevel.Warning, "A claim at {Route} could not be released; it expires within {Lease}")]
    public static partial void ClaimNotReleased(this ILogger logger, Exception exception, string route, TimeSpan lease);

    [LoggerMessage(14, LogLevel.Error, "No webhook at {Route} can be verified: {Problem}")]
    public static partial void CannotVerify(this ILogger logger, string route, string problem);

    [LoggerMessage(15, LogLevel.Warning, "No {Type} webhook of session {SessionId} was delivered to {Route} for the event at {At}; it is caught up")]
    public static partial void CatchingUp(this ILogger logger, string route, string type, string sessionId, DateTimeOffset at);

    [LoggerMessage(16, LogLevel.Error, "The search for missed webhooks failed; it runs again in {Interval}")]
    public static partial void CatchUpFailed(this ILogger logger, Exception exception, TimeSpan interval);
}
