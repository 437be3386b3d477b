using Managed.Agents.Webhooks;

namespace Managed.Agents.AspNetCore;

/// <summary>Handles one kind of webhook, or every kind with <see cref="WebhookEvent"/>.</summary>
/// <typeparam name="TEvent">The kind, for example <see cref="SessionStatusIdledWebhook"/>.</typeparam>
public interface IWebhookHandler<in TEvent>
    where TEvent : WebhookEvent
{
    /// <summary>Handles a webhook. It is handled when this comes to its end; when it throws, the service is told to deliver again.</summary>
    /// <param name="webhook">What happened. It is a notice: fetch the object before acting.</param>
    /// <param name="context">The delivery, and the services of the webhook's scope.</param>
    /// <param name="cancellationToken">Ends when the time limit of handlers is over, or, behind a queue, when the host will not wait any longer.</param>
    /// <returns>The handling.</returns>
    Task HandleAsync(TEvent webhook, WebhookContext context, CancellationToken cancellationToken = default);
}
