using System.Globalization;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>Receives webhooks at one route: reads and verifies the request, has it handled, and sets the status of the response.</summary>
internal sealed class WebhookRoute(
    WebhookVerifier verifier,
    WebhookHandlers handlers,
    WebhookProcessor processor,
    WebhookQueue? queue,
    SessionWebhookRecord? record,
    ILogger logger,
    CancellationToken stopping)
{
    public WebhookVerifier Verifier => verifier;

    public WebhookHandlers Handlers => handlers;

    public WebhookProcessor Processor => processor;

    public WebhookQueue? Queue => queue;

    /// <summary>
    /// Responds with a status and no body: 400 when the delivery is rejected, 2xx when it is acknowledged, 503 when the service should
    /// deliver it again.
    /// </summary>
    public async Task ReceiveAsync(HttpContext context)
    {
        if (await VerifyAsync(context).ConfigureAwait(false) is not { } delivery)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var outcome = stopping.IsCancellationRequested ? WebhookOutcome.Retry : await ProcessAsync(delivery).ConfigureAwait(false);
        context.Response.StatusCode = outcome switch
        {
            WebhookOutcome.Handled or WebhookOutcome.Duplicate => StatusCodes.Status204NoContent,
            WebhookOutcome.Queued => StatusCodes.Status202Accepted,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
        if (outcome == WebhookOutcome.Retry)
        {
            context.Response.Headers.RetryAfter = 30.ToString(CultureInfo.InvariantCulture);
        }
    }

    private async Task<WebhookDelivery?> VerifyAsync(HttpContext context)
    {
        try
        {
            var result = await verifier.TryUnwrapAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
            if (!result.IsVerified)
            {
                logger.Rejected(processor.Name, result.Failure.Value, result.Problem);
            }

            return result.Delivery;
        }
        catch (Exception exception) when (exception is BadHttpRequestException or IOException or OperationCanceledException)
        {
            logger.BodyUnreadable(processor.Name, exception.GetType().Name);
            return null;
        }
    }

    private async Task<WebhookOutcome> ProcessAsync(WebhookDelivery delivery)
    {
        try
        {
            if (record is not null && await record.WasCaughtUpAsync(processor.Name, delivery).ConfigureAwait(false))
            {
                logger.Duplicate(processor.Name, delivery.Id, delivery.Event.Type);
                return WebhookOutcome.Duplicate;
            }

            return queue is null
                ? await processor.HandleAsync(delivery).ConfigureAwait(false)
                : await processor.EnqueueAsync(delivery, queue).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The deduplicator failed, so it is unknown whether the delivery was handled.
            logger.ClaimFailed(exception, processor.Name, delivery.Id, delivery.Event.Type);
            return WebhookOutcome.Retry;
        }
    }
}
