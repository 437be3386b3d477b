using Managed.Agents.AspNetCore;
using Managed.Agents.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register the services for <c>MapManagedAgentsWebhooks</c>. No API key is needed.</summary>
/// <remarks>
/// The keys of <see cref="WebhookOptions"/> are used. If there are none, the keys of the client that <c>AddManagedAgents</c> registered are
/// used, then the environment variable <c>ANTHROPIC_WEBHOOK_SIGNING_KEY</c>. Without a key, every delivery is rejected.
/// </remarks>
public static class ManagedAgentsWebhookServiceExtensions
{
    /// <summary>Adds the services to receive webhooks, with the keys of the client or the environment.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddManagedAgentsWebhooks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<WebhookOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<WebhookOptions>, WebhookOptionsFromClient>());
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

    /// <summary>Adds the services to receive webhooks, with options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the keys and limits.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddManagedAgentsWebhooks(this IServiceCollection services, Action<WebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddManagedAgentsWebhooks().Configure(configure);
    }

    /// <summary>Adds the services to receive webhooks, with a section of the configuration. Changed keys are used from the next delivery on.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section. Its keys are the properties of <see cref="WebhookOptions"/>, for example <c>SigningKeys:&lt;label&gt;</c>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddManagedAgentsWebhooks(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddManagedAgentsWebhooks().Configure<WebhookOptions>(section);
    }
}
