using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests;

/// <summary>The client disposes only what it created.</summary>
public sealed class ClientDisposalTests
{
    [Fact]
    public async Task Disposing_a_client_closes_its_connections()
    {
        await using var server = await KestrelServer.StartAsync(Responses.Agent());
        var client = Clients.To(server);
        await client.Agents.GetAsync("agent_1").Guarded();

        client.Dispose();
        client.Dispose();

        await server.WaitForClosedConnectionsAsync(1);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("send")]
    [InlineData("stream")]
    public async Task A_disposed_client_and_its_derived_clients_throw_ObjectDisposedException(string name)
    {
        using var server = MockServer.Start();
        var client = Clients.To(server);
        var derived = client.With(new CallOptions { WorkspaceId = "wrkspc_1" });
        client.Dispose();

        foreach (var disposed in new[] { client, derived })
        {
            var error = await Should.ThrowAsync<ObjectDisposedException>(() => Call.Named(name).RunAsync(disposed, default).Guarded());
            error.ObjectName.ShouldContain(nameof(ManagedAgentsClient));
        }
    }

    [Fact]
    public async Task Disposing_a_derived_client_does_not_dispose_the_original_client()
    {
        using var server = MockServer.Start(Responses.Agent());
        using var client = Clients.To(server);

        client.With(new CallOptions { WorkspaceId = "wrkspc_1" }).Dispose();

        await client.Agents.GetAsync("agent_1").Guarded();
    }

    [Fact]
    public async Task A_handler_that_was_passed_in_is_shared_and_not_disposed()
    {
        await using var server = await KestrelServer.StartAsync(Responses.Agent(), Responses.Agent());
        using var handler = new TestHandler(static (_, send, _) => send());
        handler.InnerHandler = new SocketsHttpHandler();
        var first = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = "key-1", BaseAddress = server.Address }, handler);
        using var second = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = "key-2", BaseAddress = server.Address }, handler);

        await first.Agents.GetAsync("agent_1").Guarded();
        first.Dispose();
        handler.IsDisposed.ShouldBeFalse();
        await second.Agents.GetAsync("agent_1").Guarded();

        server.Requests.Select(static request => request.Header("authorization")).ShouldBe(["Bearer key-1", "Bearer key-2"]);
        server.Connections.ShouldBe(1, "they share the connection of the handler");
    }

    [Fact]
    public async Task Disposing_a_client_from_a_container_does_not_dispose_the_handlers_of_the_container()
    {
        using var server = MockServer.Start(Responses.Agent(), Responses.Agent());
        using var handler = new TestHandler(static (_, send, _) => send());
        await using var container = ContainerClient.With(server, handler);
        await container.Client.Agents.GetAsync("agent_1").Guarded();

        container.Client.Dispose();

        handler.IsDisposed.ShouldBeFalse();
        await container.Client.Agents.GetAsync("agent_1").Guarded();
    }

    [Fact]
    public async Task A_cancelled_call_does_not_close_the_connection_of_other_calls()
    {
        await using var server = await KestrelServer.StartAsync();
        server.DefaultResponse = Responses.Agent();
        using var client = Clients.To(server);
        using var stop = new CancellationTokenSource();
        await client.Agents.GetAsync("agent_1").Guarded();

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => client.Agents.GetAsync("agent_1", cancellationToken: stop.Token).Guarded());
        await client.Agents.GetAsync("agent_1").Guarded();

        server.Connections.ShouldBe(1);
    }
}
