using Managed.Agents.Webhooks;

namespace Managed.Agents.AspNetCore;

/// <summary>The delivery and the services that a handler can use.</summary>
public sealed class WebhookContext
{
    /// <summary>Initializes a new instance. Intended for tests.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="services">The services of the webhook's scope.</param>
    /// <param name="isCaughtUp">Whether the webhook was missed and is now caught up.</param>
    public WebhookContext(WebhookDelivery delivery, IServiceProvider services, bool isCaughtUp = false)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(services);
        Delivery = delivery;
        Services = services;
        IsCaughtUp = isCaughtUp;
    }

    /// <summary>The delivery, with its id, which is the same for every attempt, and the time of the event.</summary>
    public WebhookDelivery Delivery { get; }

    /// <summary>The services of the webhook's scope. The scope is disposed after the last handler.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Whether the webhook was not delivered but created from the history of its session.</summary>
    /// <value>When <see langword="true"/>, the id of <see cref="Delivery"/> was not assigned by the service, and the webhook has no organization and no workspace.</value>
    public bool IsCaughtUp { get; }
}
