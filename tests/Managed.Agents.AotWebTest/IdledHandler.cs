using Managed.Agents.AspNetCore;
using Managed.Agents.Webhooks;

namespace Managed.Agents.AotWebTest;

/// <summary>A handler that takes its services from the container.</summary>
internal sealed class IdledHandler(Seen seen) : IWebhookHandler<SessionStatusIdledWebhook>
{
    public Task HandleAsync(SessionStatusIdledWebhook webhook, WebhookContext context, CancellationToken cancellationToken = default) =>
        seen.AddAsync($"handler {webhook.Id}");
}
