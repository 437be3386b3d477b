using Managed.Agents.AspNetCore;
using Managed.Agents.Webhooks;

namespace Managed.Agents.AotWebTest;

/// <summary>A handler with a service from the container.</summary>
internal sealed class IdledHandler(HandlerCalls calls) : IWebhookHandler<SessionStatusIdledWebhook>
{
    public Task HandleAsync(SessionStatusIdledWebhook webhook, WebhookContext context, CancellationToken cancellationToken = default) =>
        calls.AddAsync($"handler {webhook.Id}");
}
