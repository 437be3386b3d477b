using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Managed.Agents;

/// <summary>Implements <c>AddManagedAgents</c> and <c>AddKeyedManagedAgents</c>.</summary>
internal static class ManagedAgentsRegistration
{
    private const string ClientName = "Managed.Agents";

    public static IHttpClientBuilder Add(IServiceCollection services, string? serviceKey, Action<OptionsBuilder<ManagedAgentsOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);

        // The options use the default name, or the service key as their name, so that a host can configure them in the usual way.
        var options = services.AddOptions<ManagedAgentsOptions>(serviceKey ?? Options.DefaultName);
        configure(options);
        var builder = services.AddHttpClient(serviceKey is null ? ClientName : $"{ClientName}:{serviceKey}");
        if (services.Any(descriptor => descriptor.ImplementationInstance is RegistrationMarker marker && marker.Name == builder.Name))
        {
            return builder;
        }

        services.AddSingleton(new RegistrationMarker(builder.Name));
        options.PostConfigure(ManagedAgentsEnvironment.Fill).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ManagedAgentsOptions>>(new ManagedAgentsOptionsValidator(options.Name));

        // Read once, because the address and the credential belong together. A configuration reload must not change one of them.
        services.AddKeyedSingleton(builder.Name, (provider, _) => new ConnectionSettings(provider.GetRequiredService<IOptionsMonitor<ManagedAgentsOptions>>().Get(options.Name)));
        AddPipeline(services, builder);
        AddClients(services, serviceKey, builder.Name);
        return builder;
    }

    private static void AddPipeline(IServiceCollection services, IHttpClientBuilder builder)
    {
        // Removes the handlers that the host configures for all of its HTTP clients, because their retries could send a create twice. The
        // factory applies those defaults before this action, even if they are added later. Handlers that are added to the returned builder
        // are configured after this action and are kept.
        builder.Services.Configure<HttpClientFactoryOptions>(builder.Name, static factory => factory.HttpMessageHandlerBuilderActions.Clear());
        builder.ConfigurePrimaryHttpMessageHandler(PrimaryHandler.Create).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>>(new PostConfigureOptions<HttpClientFactoryOptions>(
            builder.Name, factory => factory.HttpMessageHandlerBuilderActions.Add(handlers => Authenticate(handlers, builder.Name))));
    }

    // Wraps the primary handler, so that neither other handlers nor the loggers of the factory see the credential.
    private static void Authenticate(HttpMessageHandlerBuilder handlers, string clientName)
    {
        if (handlers.PrimaryHandler is SocketsHttpHandler { MeterFactory: null } sockets)
        {
            // The factory does this only if SocketsHttpHandler is the primary handler itself.
            sockets.MeterFactory = handlers.Services.GetService<IMeterFactory>();
        }

        handlers.PrimaryHandler = new AuthenticationHandler(handlers.Services.GetRequiredKeyedService<ConnectionSettings>(clientName).Credential) { InnerHandler = handlers.PrimaryHandler };
    }

    private static void AddClients(IServiceCollection services, string? serviceKey, string clientName)
    {
        AddClient(services, serviceKey, provider => Create(provider, serviceKey, clientName));
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Agents);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Agents.Versions);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Environments);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Environments.Work);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Sessions);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Sessions.Events);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Sessions.Outputs);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Sessions.Resources);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Sessions.Threads);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Sessions.Threads.Events);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Vaults);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Vaults.Credentials);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).MemoryStores);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).MemoryStores.Memories);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).MemoryStores.MemoryVersions);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Files);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Skills);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Skills.Versions);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Deployments);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).DeploymentRuns);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Dreams);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Models);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Tunnels);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Tunnels.Certificates);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).UserProfiles);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).UserProfiles.ActionUrls);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).UserProfiles.GoogleDataControls);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Webhooks);
        AddClient(services, serviceKey, provider => GetClient(provider, serviceKey).Webhooks.Endpoints);
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

    private static ManagedAgentsClient GetClient(IServiceProvider provider, string? serviceKey) =>
        serviceKey is null ? provider.GetRequiredService<ManagedAgentsClient>() : provider.GetRequiredKeyedService<ManagedAgentsClient>(serviceKey);

    private static ManagedAgentsClient Create(IServiceProvider provider, string? serviceKey, string clientName)
    {
        var factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        var connection = new ApiConnection(
            provider.GetRequiredKeyedService<ConnectionSettings>(clientName),
            () => factory.CreateHandler(clientName),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance)
        {
            TurnDefaults = new Lazy<TurnOptions>(() => TurnDefaults.Create(provider, clientName, serviceKey)),
        };
        return new ManagedAgentsClient(connection, new CallOptions());
    }

    /// <summary>Marks a client name as registered, so that a second registration only adds options.</summary>
    private sealed record RegistrationMarker(string Name);
}
