using Managed.Agents;
using Managed.Agents.AspNetCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the making up for missed webhooks.</summary>
public static class ManagedAgentsWebhookCatchUpExtensions
{
    /// <summary>Looks for sessions whose bell did not ring, at the start of the host and at intervals, and runs the same handlers for them.</summary>
    /// <param name="services">The services, with <c>AddManagedAgents</c> for the client that lists the sessions.</param>
    /// <param name="configure">Sets how.</param>
    /// <returns>The same services. Register an <see cref="IWebhookCheckpointStore"/> that outlives the process; the one in memory does not.</returns>
    public static IServiceCollection AddManagedAgentsWebhookCatchUp(this IServiceCollection services, Action<WebhookCatchUpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddManagedAgentsWebhooks();
        services.AddOptions<WebhookCatchUpOptions>()
            .Validate(
                static options => options.Interval > TimeSpan.Zero && options.Grace >= TimeSpan.Zero && options.FirstLookBack >= TimeSpan.Zero && options.OldestSession >= TimeSpan.Zero,
                "WebhookCatchUpOptions: Interval must be more than zero, and Grace, FirstLookBack and OldestSession not less than zero.")
            .ValidateOnStart();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton<IWebhookCheckpointStore, InMemoryWebhookCheckpointStore>();
        services.TryAddSingleton<RungBells>();
        services.TryAddSingleton(static provider => new WebhookCatchUp(
            provider.GetService<SessionsClient>() ?? throw new InvalidOperationException("Missed webhooks are found through the API: call services.AddManagedAgents() too."),
            provider.GetRequiredService<WebhookRoutes>(),
            provider.GetRequiredService<RungBells>(),
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
