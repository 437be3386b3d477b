using Managed.Agents;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client of the Managed Agents API, and the client of each of its resources, as singletons.</summary>
/// <remarks>
/// Each method returns the builder of the HTTP client underneath: handlers added to it run once per attempt and before the credential is
/// put on. What a host configures for all its HTTP clients (default handlers, time limits) does not reach this one. Options are checked
/// when the host starts.
/// </remarks>
public static class ManagedAgentsServiceCollectionExtensions
{
    /// <summary>Registers <see cref="ManagedAgentsClient"/> with the credential and the address of the environment variables.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The builder of the HTTP client underneath.</returns>
    public static IHttpClientBuilder AddManagedAgents(this IServiceCollection services) =>
        ManagedAgentsRegistration.Add(services, serviceKey: null, static _ => { });

    /// <summary>Registers <see cref="ManagedAgentsClient"/> with options. What they leave unset comes from the environment variables.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the HTTP client underneath.</returns>
    public static IHttpClientBuilder AddManagedAgents(this IServiceCollection services, Action<ManagedAgentsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return ManagedAgentsRegistration.Add(services, serviceKey: null, options => options.Configure(configure));
    }

    /// <summary>Registers <see cref="ManagedAgentsClient"/> with a section of the configuration. What it leaves unset comes from the environment variables.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, with the names of <see cref="ManagedAgentsOptions"/> as keys.</param>
    /// <returns>The builder of the HTTP client underneath.</returns>
    public static IHttpClientBuilder AddManagedAgents(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return ManagedAgentsRegistration.Add(services, serviceKey: null, options => options.Configure(target => section.Bind(target)));
    }

    /// <summary>Registers a further <see cref="ManagedAgentsClient"/> under a key, with the credential and the address of the environment variables.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key to take it from the container with, for example by <c>[FromKeyedServices("staging")]</c>.</param>
    /// <returns>The builder of the HTTP client underneath.</returns>
    public static IHttpClientBuilder AddKeyedManagedAgents(this IServiceCollection services, string serviceKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        return ManagedAgentsRegistration.Add(services, serviceKey, static _ => { });
    }

    /// <summary>Registers a further <see cref="ManagedAgentsClient"/> under a key, with options of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key to take it from the container with, for example by <c>[FromKeyedServices("staging")]</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the HTTP client underneath.</returns>
    public static IHttpClientBuilder AddKeyedManagedAgents(this IServiceCollection services, string serviceKey, Action<ManagedAgentsOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        return ManagedAgentsRegistration.Add(services, serviceKey, options => options.Configure(configure));
    }

    /// <summary>Registers a further <see cref="ManagedAgentsClient"/> under a key, with a section of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key to take it from the container with, for example by <c>[FromKeyedServices("staging")]</c>.</param>
    /// <param name="section">The section, with the names of <see cref="ManagedAgentsOptions"/> as keys.</param>
    /// <returns>The builder of the HTTP client underneath.</returns>
    public static IHttpClientBuilder AddKeyedManagedAgents(this IServiceCollection services, string serviceKey, IConfiguration section)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(section);
        return ManagedAgentsRegistration.Add(services, serviceKey, options => options.Configure(target => section.Bind(target)));
    }
}
