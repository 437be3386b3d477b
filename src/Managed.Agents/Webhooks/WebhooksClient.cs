using Managed.Agents.WebhookEndpoints;

namespace Managed.Agents;

/// <summary>Webhooks: the events that the service posts to addresses of yours.</summary>
public class WebhooksClient
{
    internal WebhooksClient(ApiConnection connection, CallOptions options) => Endpoints = new WebhookEndpointsClient(connection, options);

    /// <summary>For mocking.</summary>
    protected WebhooksClient() => Endpoints = null!;

    /// <summary>The addresses of the organization to which events go.</summary>
    public virtual WebhookEndpointsClient Endpoints { get; }
}
