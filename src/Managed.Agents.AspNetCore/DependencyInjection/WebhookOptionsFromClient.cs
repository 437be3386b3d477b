using Managed.Agents.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Managed.Agents.AspNetCore;

/// <summary>Copies the keys and limits from the options of the client when a client is registered and no webhook keys are configured.</summary>
internal sealed class WebhookOptionsFromClient(IServiceProvider services) : IPostConfigureOptions<WebhookOptions>
{
    public void PostConfigure(string? name, WebhookOptions options)
    {
        if (options.SigningKeys.Count > 0 || services.GetService<IServiceProviderIsService>()?.IsService(typeof(ManagedAgentsClient)) != true)
        {
            return;
        }

        var client = services.GetRequiredService<IOptionsMonitor<ManagedAgentsOptions>>().CurrentValue;
        options.Tolerance = client.Webhooks.Tolerance;
        options.MaximumBodyBytes = client.Webhooks.MaximumBodyBytes;
        foreach (var (label, key) in client.Webhooks.SigningKeys)
        {
            options.SigningKeys[label] = key;
        }

        if (client.WebhookSigningKey is { } single)
        {
            options.SigningKeys.TryAdd(WebhookOptions.DefaultLabel, single);
        }
    }
}
