using Managed.Agents.Webhooks;
using Microsoft.Extensions.Options;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>The options of a host, which a test may replace while it runs.</summary>
internal sealed class FixedOptions(WebhookOptions options) : IOptionsMonitor<WebhookOptions>
{
    public WebhookOptions CurrentValue { get; set; } = options;

    public WebhookOptions Get(string? name) => CurrentValue;

    public IDisposable? OnChange(Action<WebhookOptions, string?> listener) => null;
}
