using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Managed.Agents;

/// <summary>What stands behind <c>AddManagedAgents</c> and its keyed twin.</summary>
internal static class ManagedAgentsRegistration
{
    private const string DefaultName = "Managed.Agents";

    public static IHttpClientBuilder Add(IServiceCollection services, string? serviceKey, Action<OptionsBuilder<ManagedAgentsOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = serviceKey is null ? DefaultName : $"{DefaultName}:{serviceKey}";
        var options = services.AddOptions<ManagedAgentsOptions>(name);
        configure(options);
        var builder = services.AddHttpClient(name);
        if (services.Any(descriptor => descriptor.ImplementationInstance is Marker marker && marker.Name == name))
        {
            return builder;
        }

        services.AddSingleton(new Marker(name));
        options.PostConfigure(ManagedAgentsEnvironment.Fill).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ManagedAgentsOptions>>(new ManagedAgentsOptionsValidator(name));
        AddPipeline(services, name, builder);
        AddClients(services, serviceKey, name);
        return builder;
    }

    private static void AddPipeline(IServiceCollection services, string name, IHttpClientBuilder builder)
    {
        // Defaults for all clients of the host are configured before this and taken out here: a retry or a time limit of theirs could
        // repeat what must not be repeated. What the user adds to the returned builder is configured after this and stays.
        services.Configure<HttpClientFactoryOptions>(name, static factory => factory.HttpMessageHandlerBuilderActions.Clear());
        builder.ConfigurePrimaryHttpMessageHandler(PrimaryHandler.Create).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>>(provider => new PostConfigureOptions<HttpClientFactoryOptions>(name, factory =>
        {
            var redact = factory.ShouldRedactHeaderValue;
            factory.ShouldRedactHeaderValue = header => IsSecret(header) || redact(header);
            factory.HttpMessageHandlerBuilderActions.Add(handler =>
                handler.AdditionalHandlers.Add(new AuthenticationHandler(SettingsOf(handler.Services, name).Credential)));
        }));
    }

    private static void AddClients(IServiceCollection services, string? serviceKey, string name)
    {
        AddClient(services, serviceKey, provider => Create(provider, name));
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Agents);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Environments);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Sessions);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Sessions.Events);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Vaults);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).MemoryStores);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Files);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Skills);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Deployments);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).DeploymentRuns);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Dreams);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Models);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Tunnels);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).UserProfiles);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Webhooks);
    }

    private static void AddClient<T>(IServiceCollection services, string? serviceKey, Func<IServiceProvider, T> create)
        where T : class
    {
        if (serviceKey is null)
        {
            services.TryAddSingleton(create);
        }
        else
        {
            services.TryAddKeyedSingleton(serviceKey, (provider, _) => create(provider));
        }
    }

    private static ManagedAgentsClient Root(IServiceProvider provider, string? serviceKey) =>
        serviceKey is null ? provider.GetRequiredService<ManagedAgentsClient>() : provider.GetRequiredKeyedService<ManagedAgentsClient>(serviceKey);

    private static ManagedAgentsClient Create(IServiceProvider provider, string name)
    {
        var factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        var connection = new ApiConnection(
            SettingsOf(provider, name),
            () => factory.CreateHandler(name),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance);
        return new ManagedAgentsClient(connection, new CallOptions());
    }

    private static ConnectionSettings SettingsOf(IServiceProvider provider, string name) =>
        new(provider.GetRequiredService<IOptionsMonitor<ManagedAgentsOptions>>().Get(name));

    private static bool IsSecret(string header) =>
        header.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || header.Equals("x-api-key", StringComparison.OrdinalIgnoreCase);

    /// <summary>Says that a name is registered, so that a second registration only adds options.</summary>
    private sealed record Marker(string Name);
}
