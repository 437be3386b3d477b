using System.Collections.Immutable;
using Managed.Agents.Webhooks;

namespace Managed.Agents.AspNetCore;

/// <summary>What is to be done with the webhooks that it is for.</summary>
internal sealed record WebhookHandler(Func<WebhookEvent, bool> IsFor, Func<WebhookEvent, WebhookContext, CancellationToken, Task> RunAsync);

/// <summary>The handlers of one address.</summary>
internal sealed class WebhookHandlers
{
    private ImmutableArray<WebhookHandler> _handlers = [];
    private ImmutableArray<Func<WebhookEvent, WebhookContext, CancellationToken, Task>> _fallbacks = [];

    public void Add(WebhookHandler handler) => ImmutableInterlocked.Update(ref _handlers, static (all, one) => all.Add(one), handler);

    public void AddFallback(Func<WebhookEvent, WebhookContext, CancellationToken, Task> handler) =>
        ImmutableInterlocked.Update(ref _fallbacks, static (all, one) => all.Add(one), handler);

    public async Task RunAsync(WebhookContext context, CancellationToken cancellationToken)
    {
        var webhook = context.Delivery.Event;
        var isTaken = false;
        foreach (var handler in _handlers.Where(handler => handler.IsFor(webhook)))
        {
            isTaken = true;
            await handler.RunAsync(webhook, context, cancellationToken).ConfigureAwait(false);
        }

        foreach (var fallback in isTaken ? [] : _fallbacks)
        {
            await fallback(webhook, context, cancellationToken).ConfigureAwait(false);
        }
    }
}
