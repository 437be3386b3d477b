using System.Globalization;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>An address under which webhooks are received: from the request to the status of its answer.</summary>
internal sealed class WebhookRoute(
    WebhookVerifier verifier,
    WebhookHandlers handlers,
    WebhookProcessor processor,
    WebhookQueue? queue,
    RungBells? bells,
    ILogger logger,
    CancellationToken stopping)
{
    public WebhookVerifier Verifier => verifier;

    public WebhookHandlers Handlers => handlers;

    public WebhookProcessor Processor => processor;

    public WebhookQueue? Queue => queue;

    /// <summary>Answers with a status alone: 400 to what is refused, 2xx to what need not come again, 503 to what should.</summary>
    public async Task ReceiveAsync(HttpContext context)
    {
        if (await VerifyAsync(context).ConfigureAwait(false) is not { } delivery)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var outcome = stopping.IsCancellationRequested ? WebhookOutcome.TryAgain : await TakeAsync(delivery).ConfigureAwait(false);
        context.Response.StatusCode = outcome switch
        {
            WebhookOutcome.Handled or WebhookOutcome.Duplicate => StatusCodes.Status204NoContent,
            WebhookOutcome.Queued => StatusCodes.Status202Accepted,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
        if (outcome == WebhookOutcome.TryAgain)
        {
            context.Response.Headers.RetryAfter = 30.ToString(CultureInfo.InvariantCulture);
        }
    }

    private async Task<WebhookDelivery?> VerifyAsync(HttpContext context)
    {
        var request = context.Request;
        try
        {
            // A header that came more than once is not the service's, but for signatures, of which there may be several.
            var headers = new WebhookHeaders(
                request.Headers[WebhookHeaders.IdName], request.Headers[WebhookHeaders.TimestampName], string.Join(' ', (IEnumerable<string?>)request.Headers[WebhookHeaders.SignatureName]));
            var outcome = await verifier.TryUnwrapAsync(request.Body, headers, context.RequestAborted).ConfigureAwait(false);
            if (!outcome.IsVerified)
            {
                logger.Refused(processor.Name, outcome.Refusal.Value, outcome.Problem);
            }

            return outcome.Delivery;
        }
        catch (Exception problem) when (problem is BadHttpRequestException or IOException or OperationCanceledException)
        {
            logger.Unreadable(processor.Name, problem.GetType().Name);
            return null;
        }
    }

    private async Task<WebhookOutcome> TakeAsync(WebhookDelivery delivery)
    {
        try
        {
            if (bells is not null && await bells.WasCaughtUpAsync(processor.Name, delivery).ConfigureAwait(false))
            {
                logger.Duplicate(processor.Name, delivery.Id, delivery.Event.Type);
                return WebhookOutcome.Duplicate;
            }

            return queue is null
                ? await processor.HandleAsync(delivery).ConfigureAwait(false)
                : await processor.EnqueueAsync(delivery, queue).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            // The store of claims failed: nothing is known, so nothing is acknowledged.
            logger.NotTaken(problem, processor.Name, delivery.Id, delivery.Event.Type);
            return WebhookOutcome.TryAgain;
        }
    }
}

/// <summary>What became of a delivery.</summary>
internal enum WebhookOutcome
{
    /// <summary>Its handlers came to their end.</summary>
    Handled,

    /// <summary>It was handled before.</summary>
    Duplicate,

    /// <summary>It waits in the queue.</summary>
    Queued,

    /// <summary>It should come again.</summary>
    TryAgain,
}
