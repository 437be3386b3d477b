using Managed.Agents.Webhooks;

namespace Managed.Agents.AspNetCore;

/// <summary>What a handler may want to know and use beside the webhook itself.</summary>
public sealed class WebhookContext
{
    /// <summary>Makes a context, for tests of handlers.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="services">The services of the webhook's scope.</param>
    /// <param name="isCaughtUp">Whether the webhook was missed, and is made up for.</param>
    public WebhookContext(WebhookDelivery delivery, IServiceProvider services, bool isCaughtUp = false)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(services);
        Delivery = delivery;
        Services = services;
        IsCaughtUp = isCaughtUp;
    }

    /// <summary>The delivery: its id, the same for every attempt, and when the event happened.</summary>
    public WebhookDelivery Delivery { get; }

    /// <summary>The services of a scope that is the webhook's own and ends with it.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Whether no delivery arrived and the webhook was made here, from what the API says about the session.</summary>
    /// <value>When true, <see cref="Delivery"/> has an id that is not the service's, and the webhook has no organization and no workspace.</value>
    public bool IsCaughtUp { get; }
}
