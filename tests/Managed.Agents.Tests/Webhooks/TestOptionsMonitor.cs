using Managed.Agents.Webhooks;
using Microsoft.Extensions.Options;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>The options of a host. A test can replace them.</summary>
internal sealed class TestOptionsMonitor(WebhookOptions options) : IOptionsMonitor<WebhookOptions>
{
    public WebhookOptions CurrentValue { get; set; } = options;

    public WebhookOptions Get(string? name) => CurrentValue;

    public IDisposable? OnChange(Action<WebhookOptions, string?> listener) => null;
}
