using System.Collections.Immutable;
using Managed.Agents.Webhooks;

namespace Managed.Agents.AspNetCore;

/// <summary>A handler with the condition that selects its webhooks.</summary>
internal sealed record WebhookHandler(Func<WebhookEvent, bool> Matches, Func<WebhookEvent, WebhookContext, CancellationToken, Task> RunAsync);

/// <summary>The handlers of one route.</summary>
internal sealed class WebhookHandlers
{
    private ImmutableArray<WebhookHandler> _handlers = [];
    private ImmutableArray<Func<WebhookEvent, WebhookContext, CancellationToken, Task>> _fallbacks = [];

    public void Add(WebhookHandler handler) => ImmutableInterlocked.Update(ref _handlers, static (all, added) => all.Add(added), handler);

    public void AddFallback(Func<WebhookEvent, WebhookContext, CancellationToken, Task> handler) =>
        ImmutableInterlocked.Update(ref _fallbacks, static (all, added) => all.Add(added), handler);

    public async Task RunAsync(WebhookContext context, CancellationToken cancellationToken)
    {
        var webhook = context.Delivery.Event;
        var isMatched = false;
        foreach (var handler in _handlers.Where(handler => handler.Matches(webhook)))
        {
            isMatched = true;
            await handler.RunAsync(webhook, context, cancellationToken).ConfigureAwait(false);
        }

        foreach (var fallback in isMatched ? [] : _fallbacks)
        {
            await fallback(webhook, context, cancellationToken).ConfigureAwait(false);
        }
    }
}
