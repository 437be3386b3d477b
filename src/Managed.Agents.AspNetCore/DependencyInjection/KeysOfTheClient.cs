using Managed.Agents.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Managed.Agents.AspNetCore;

/// <summary>Takes keys and limits from the options of the client where the host has one and no keys of its own for webhooks.</summary>
internal sealed class KeysOfTheClient(IServiceProvider services) : IPostConfigureOptions<WebhookOptions>
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
