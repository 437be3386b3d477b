using System.Diagnostics.Metrics;
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
    private const string ClientName = "Managed.Agents";

    public static IHttpClientBuilder Add(IServiceCollection services, string? serviceKey, Action<OptionsBuilder<ManagedAgentsOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);

        // The options have the names under which a host would configure them by itself: none, and the key.
        var options = services.AddOptions<ManagedAgentsOptions>(serviceKey ?? Options.DefaultName);
        configure(options);
        var builder = services.AddHttpClient(serviceKey is null ? ClientName : $"{ClientName}:{serviceKey}");
        if (services.Any(descriptor => descriptor.ImplementationInstance is Marker marker && marker.Name == builder.Name))
        {
            return builder;
        }

        services.AddSingleton(new Marker(builder.Name));
        options.PostConfigure(ManagedAgentsEnvironment.Fill).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ManagedAgentsOptions>>(new ManagedAgentsOptionsValidator(options.Name));
        // Read once: the address that is called and the credential that is sent there belong together, whatever is reloaded meanwhile.
        services.AddKeyedSingleton(builder.Name, (provider, _) => new ConnectionSettings(provider.GetRequiredService<IOptionsMonitor<ManagedAgentsOptions>>().Get(options.Name)));
        AddPipeline(services, builder);
        AddClients(services, serviceKey, builder.Name);
        return builder;
    }

    private static void AddPipeline(IServiceCollection services, IHttpClientBuilder builder)
    {
        // Defaults for all clients of the host are taken out: a retry or a time limit of theirs could repeat what must not be repeated.
        // The builder's own collection puts them before this, even when the host sets them later. What the user adds to the returned
        // builder is configured after this and stays.
        builder.Services.Configure<HttpClientFactoryOptions>(builder.Name, static factory => factory.HttpMessageHandlerBuilderActions.Clear());
        builder.ConfigurePrimaryHttpMessageHandler(PrimaryHandler.Create).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>>(new PostConfigureOptions<HttpClientFactoryOptions>(
            builder.Name, factory => factory.HttpMessageHandlerBuilderActions.Add(handlers => Authenticate(handlers, builder.Name))));
    }

    // Around the sockets, below all other handlers: so neither handlers nor the loggers of the factory see the credential.
    private static void Authenticate(HttpMessageHandlerBuilder handlers, string clientName)
    {
        if (handlers.PrimaryHandler is SocketsHttpHandler { MeterFactory: null } sockets)
        {
            // The factory does this itself for sockets that stand alone.
            sockets.MeterFactory = handlers.Services.GetService<IMeterFactory>();
        }

        handlers.PrimaryHandler = new AuthenticationHandler(handlers.Services.GetRequiredKeyedService<ConnectionSettings>(clientName).Credential) { InnerHandler = handlers.PrimaryHandler };
    }

    private static void AddClients(IServiceCollection services, string? serviceKey, string clientName)
    {
        AddClient(services, serviceKey, provider => Create(provider, clientName));
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Agents);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Agents.Versions);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Environments);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Environments.Work);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Sessions);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Sessions.Events);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Sessions.Outputs);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Sessions.Resources);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Sessions.Threads);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Sessions.Threads.Events);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Vaults);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Vaults.Credentials);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).MemoryStores);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).MemoryStores.Memories);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).MemoryStores.MemoryVersions);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Files);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Skills);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Skills.Versions);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Deployments);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).DeploymentRuns);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Dreams);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Models);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Tunnels);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Tunnels.Certificates);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).UserProfiles);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).UserProfiles.ActionUrls);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).UserProfiles.GoogleDataControls);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Webhooks);
        AddClient(services, serviceKey, provider => Root(provider, serviceKey).Webhooks.Endpoints);
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

    private static ManagedAgentsClient Create(IServiceProvider provider, string clientName)
    {
        var factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        var connection = new ApiConnection(
            provider.GetRequiredKeyedService<ConnectionSettings>(clientName),
            () => factory.CreateHandler(clientName),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance);
        return new ManagedAgentsClient(connection, new CallOptions());
    }

    /// <summary>Says that a name is registered, so that a second registration only adds options.</summary>
    private sealed record Marker(string Name);
}
