using Managed.Agents.AspNetCore;
using Managed.Agents.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what <c>MapManagedAgentsWebhooks</c> needs. No API key is needed for it.</summary>
/// <remarks>
/// The keys are those of <see cref="WebhookOptions"/>; when it has none, those of the client that <c>AddManagedAgents</c> registered; without
/// these too, <c>ANTHROPIC_WEBHOOK_SIGNING_KEY</c>. Without any key, every delivery is refused.
/// </remarks>
public static class ManagedAgentsWebhookServiceExtensions
{
    /// <summary>Registers the receiving of webhooks, with the keys of the client or of the environment.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddManagedAgentsWebhooks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<WebhookOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<WebhookOptions>, KeysOfTheClient>());
        services.TryAddSingleton(static provider => new WebhookVerifier(
            provider.GetRequiredService<IOptionsMonitor<WebhookOptions>>(), provider.GetService<TimeProvider>()));
        services.TryAddSingleton<IWebhookDeduplicator>(static provider => new InMemoryWebhookDeduplicator(provider.GetService<TimeProvider>()));
        services.TryAddSingleton<WebhookRoutes>();
        if (!services.Any(static descriptor => descriptor.ImplementationType == typeof(WebhookLifetime)))
        {
            services.AddHostedService<WebhookLifetime>();
        }

        return services;
    }

    /// <summary>Registers the receiving of webhooks, with options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets keys and limits.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddManagedAgentsWebhooks(this IServiceCollection services, Action<WebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddManagedAgentsWebhooks().Configure(configure);
    }

    /// <summary>Registers the receiving of webhooks, with a section of the configuration. A key that changes there counts from the next delivery on.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, with the names of <see cref="WebhookOptions"/> as keys: <c>SigningKeys:&lt;label&gt;</c>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddManagedAgentsWebhooks(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddManagedAgentsWebhooks().Configure<WebhookOptions>(section);
    }
}
