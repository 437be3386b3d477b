using Microsoft.Extensions.DependencyInjection;

namespace Managed.Agents.Tests.Framework;

/// <summary>A client from a container, with a handler of the test in its pipeline.</summary>
internal sealed class ContainerClient : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ContainerClient(ServiceProvider services) => _services = services;

    public ManagedAgentsClient Client => _services.GetRequiredService<ManagedAgentsClient>();

    public static ContainerClient With(ITestServer server, DelegatingHandler handler) =>
        With(server, builder => builder.AddHttpMessageHandler(() => handler));

    public static ContainerClient With(ITestServer server, Action<IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddManagedAgents(options => Clients.Configure(options, server.Address)));
        return new ContainerClient(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
