using Managed.Agents.Webhooks;

namespace Managed.Agents.AspNetCore;

/// <summary>A handler for one type of webhook, or for all types with <see cref="WebhookEvent"/>.</summary>
/// <typeparam name="TEvent">The type of webhook, for example <see cref="SessionStatusIdledWebhook"/>.</typeparam>
public interface IWebhookHandler<in TEvent>
    where TEvent : WebhookEvent
{
    /// <summary>Handles a webhook. When the method throws, the service is asked to deliver the webhook again.</summary>
    /// <param name="webhook">The event. Get the current object before acting, because the event can be outdated.</param>
    /// <param name="context">The delivery, and the services of the webhook's scope.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the webhook is handled.</returns>
    /// <remarks>The token is canceled when <see cref="WebhookReceiverOptions.HandlerTimeout"/> expires or, with a queue, when the shutdown timeout of the host expires.</remarks>
    Task HandleAsync(TEvent webhook, WebhookContext context, CancellationToken cancellationToken = default);
}
