using Managed.Agents;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="ManagedAgentsClient"/> and the client of each resource as singletons.</summary>
/// <remarks>
/// Each method returns the builder of the underlying HTTP client. Handlers that are added to it run once per attempt, before the credential
/// is added. Defaults that the host configures for all of its HTTP clients (handlers, timeouts) do not apply to this one. The options are
/// validated when the host starts.
/// </remarks>
public static class ManagedAgentsServiceCollectionExtensions
{
    /// <summary>Registers <see cref="ManagedAgentsClient"/> with the credential and the address from the environment variables.</summary>
    /// <param name="services">The service collection.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddManagedAgents(this IServiceCollection services) =>
        ManagedAgentsRegistration.Add(services, serviceKey: null, static _ => { });

    /// <summary>Registers <see cref="ManagedAgentsClient"/> with options. Options that are not set are taken from the environment variables.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">A delegate that sets the options.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddManagedAgents(this IServiceCollection services, Action<ManagedAgentsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return ManagedAgentsRegistration.Add(services, serviceKey: null, options => options.Configure(configure));
    }

    /// <summary>Registers <see cref="ManagedAgentsClient"/> with a configuration section. Options that are not set are taken from the environment variables.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="section">The section, with the property names of <see cref="ManagedAgentsOptions"/> as keys.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddManagedAgents(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return ManagedAgentsRegistration.Add(services, serviceKey: null, options => options.Configure(target => section.Bind(target)));
    }

    /// <summary>Registers an additional <see cref="ManagedAgentsClient"/> under a key, with the credential and the address from the environment variables.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="serviceKey">The service key, for example for <c>[FromKeyedServices("staging")]</c>.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddKeyedManagedAgents(this IServiceCollection services, string serviceKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        return ManagedAgentsRegistration.Add(services, serviceKey, static _ => { });
    }

    /// <summary>Registers an additional <see cref="ManagedAgentsClient"/> under a key, with options. Options that are not set are taken from the environment variables.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="serviceKey">The service key, for example for <c>[FromKeyedServices("staging")]</c>.</param>
    /// <param name="configure">A delegate that sets the options.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddKeyedManagedAgents(this IServiceCollection services, string serviceKey, Action<ManagedAgentsOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        return ManagedAgentsRegistration.Add(services, serviceKey, options => options.Configure(configure));
    }

    /// <summary>Registers an additional <see cref="ManagedAgentsClient"/> under a key, with a configuration section. Options that are not set are taken from the environment variables.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="serviceKey">The service key, for example for <c>[FromKeyedServices("staging")]</c>.</param>
    /// <param name="section">The section, with the property names of <see cref="ManagedAgentsOptions"/> as keys.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddKeyedManagedAgents(this IServiceCollection services, string serviceKey, IConfiguration section)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(section);
        return ManagedAgentsRegistration.Add(services, serviceKey, options => options.Configure(target => section.Bind(target)));
    }

    /// <summary>Sets the options of turns that are run without options, such as functions, approver and store.</summary>
    /// <remarks>
    /// Without it, turns use the <c>AIFunction</c>s, the <see cref="IToolApprover"/> and the <see cref="IToolCallStore"/> that are registered
    /// as singletons in the container (for a keyed client, those with its key first), and give its services to functions. A turn with options
    /// takes these from here if its options have none.
    /// </remarks>
    /// <param name="builder">The builder that <c>AddManagedAgents</c> or <c>AddKeyedManagedAgents</c> returned.</param>
    /// <param name="configure">A delegate that returns the changed options. It gets the service provider and the options so far. Called once, by the first turn.</param>
    /// <returns>The builder.</returns>
    public static IHttpClientBuilder ConfigureTurns(this IHttpClientBuilder builder, Func<IServiceProvider, TurnOptions, TurnOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddSingleton(new TurnDefaults(builder.Name, configure));
        return builder;
    }
}
