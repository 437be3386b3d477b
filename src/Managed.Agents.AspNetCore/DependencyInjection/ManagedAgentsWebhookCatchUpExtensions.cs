using Managed.Agents;
using Managed.Agents.AspNetCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register the search for missed webhooks.</summary>
public static class ManagedAgentsWebhookCatchUpExtensions
{
    /// <summary>Adds a background service that searches for missed session webhooks at the start of the host and at intervals, and runs the handlers for them.</summary>
    /// <param name="services">The services. <c>AddManagedAgents</c> must be called too, for the client that lists the sessions.</param>
    /// <param name="configure">Configures the search.</param>
    /// <returns>The same services.</returns>
    /// <remarks>Register a persistent <see cref="IWebhookCheckpointStore"/>. The default store keeps the checkpoint in memory.</remarks>
    public static IServiceCollection AddManagedAgentsWebhookCatchUp(this IServiceCollection services, Action<WebhookCatchUpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddManagedAgentsWebhooks();
        services.AddOptions<WebhookCatchUpOptions>()
            .Validate(
                static options => options.Interval > TimeSpan.Zero && options.GracePeriod >= TimeSpan.Zero && options.InitialLookback >= TimeSpan.Zero && options.MaxSessionAge >= TimeSpan.Zero,
                "The WebhookCatchUpOptions are invalid: Interval must be greater than zero, and GracePeriod, InitialLookback and MaxSessionAge must not be negative.")
            .ValidateOnStart();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton<IWebhookCheckpointStore, InMemoryWebhookCheckpointStore>();
        services.TryAddSingleton<SessionWebhookRecord>();
        services.TryAddSingleton(static provider => new WebhookCatchUp(
            provider.GetService<SessionsClient>() ?? throw new InvalidOperationException("Missed webhooks are found through the API, but no client is registered. Call services.AddManagedAgents() too."),
            provider.GetRequiredService<WebhookRoutes>(),
            provider.GetRequiredService<SessionWebhookRecord>(),
            provider.GetRequiredService<IWebhookCheckpointStore>(),
            provider.GetRequiredService<IOptions<WebhookCatchUpOptions>>(),
            TimeOf(provider),
            LoggerOf(provider)));
        if (!services.Any(static descriptor => descriptor.ServiceType == typeof(WebhookCatchUpService)))
        {
            services.AddSingleton(static provider => new WebhookCatchUpService(
                provider.GetRequiredService<WebhookCatchUp>(),
                provider.GetRequiredService<IOptions<WebhookCatchUpOptions>>(),
                provider.GetRequiredService<IHostApplicationLifetime>(),
                TimeOf(provider),
                LoggerOf(provider)));
            services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<WebhookCatchUpService>());
        }

        return services;
    }

    private static TimeProvider TimeOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger LoggerOf(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category);
}
