using System.Net.Http.Headers;
using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Registration;

/// <summary>Handlers that users add to the returned builder: they run once per attempt, before the credential is set.</summary>
public sealed class HandlerTests
{
    [Fact]
    public async Task A_handler_runs_once_per_attempt()
    {
        using var handler = new TestHandler(static (_, send, _) => send());
        using var server = MockServer.Start(Responses.Error(503), Responses.Error(429), Responses.Agent());
        await using var container = ContainerClient.With(server, builder => builder.AddHttpMessageHandler(() => handler));

        await container.Client.Agents.GetAsync("agent_1").Guarded();

        handler.Calls.ShouldBe(3);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_handler_never_sees_the_credential(int status)
    {
        var seen = new List<AuthenticationHeaderValue?>();
        using var handler = new TestHandler(async (request, send, _) =>
        {
            seen.Add(request.Headers.Authorization);
            try
            {
                var response = await send();
                seen.Add(response.RequestMessage!.Headers.Authorization);
                return response;
            }
            finally
            {
                seen.Add(request.Headers.Authorization);
            }
        });
        await using var server = await KestrelServer.StartAsync(status switch
        {
            0 => Responses.Abort(),
            200 => Responses.Agent(),
            _ => Responses.Error(status),
        });
        await using var container = ContainerClient.With(server, builder => builder.AddHttpMessageHandler(() => handler));

        await Should.NotThrowAsync(async () =>
        {
            try
            {
                await container.Client.Agents.CreateAsync(new AgentCreateRequest { Name = "x", Model = "y" }).Guarded();
            }
            catch (ManagedAgentsException)
            {
            }
        });

        seen.Count.ShouldBeGreaterThanOrEqualTo(2);
        seen.ShouldAllBe(static value => value == null);
        server.Request.Header("authorization").ShouldBe($"Bearer {Clients.ApiKey}");
    }

    [Fact]
    public async Task A_handler_cannot_replace_the_credential()
    {
        using var handler = new TestHandler(static (request, send, _) =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "theirs");
            return send();
        });
        using var server = MockServer.Start(Responses.Agent());
        await using var container = ContainerClient.With(server, builder => builder.AddHttpMessageHandler(() => handler));

        await container.Client.Agents.GetAsync("agent_1").Guarded();

        server.Request.Header("authorization").ShouldBe($"Bearer {Clients.ApiKey}");
    }

    [Fact]
    public async Task A_handler_can_add_headers_and_return_its_own_response()
    {
        using var handler = new TestHandler(static (request, send, _) =>
        {
            request.Headers.Add("x-trace", "1");
            return request.RequestUri!.AbsolutePath.EndsWith("agent_2", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"id":"agent_2"}""") })
                : send();
        });
        using var server = MockServer.Start(Responses.Agent());
        await using var container = ContainerClient.With(server, builder => builder.AddHttpMessageHandler(() => handler));

        await container.Client.Agents.GetAsync("agent_1").Guarded();
        (await container.Client.Agents.GetAsync("agent_2").Guarded()).Id.ShouldBe("agent_2");

        server.Request.Header("x-trace").ShouldBe("1");
    }

    [Fact]
    public async Task The_sockets_handler_can_be_configured_and_keeps_the_other_settings()
    {
        SocketsHttpHandler? sockets = null;
        using var server = MockServer.Start(Responses.Agent());
        await using var container = ContainerClient.With(server, builder => builder.UseSocketsHttpHandler((handler, _) =>
        {
            sockets = handler;
            handler.MaxConnectionsPerServer = 7;
        }));

        await container.Client.Agents.GetAsync("agent_1").Guarded();

        sockets.ShouldNotBeNull().MaxConnectionsPerServer.ShouldBe(7);
        sockets.PooledConnectionLifetime.ShouldBe(TimeSpan.FromMinutes(5), "connections must follow DNS changes");
        sockets.EnableMultipleHttp2Connections.ShouldBeTrue();
        sockets.AllowAutoRedirect.ShouldBeFalse();
        sockets.UseCookies.ShouldBeFalse();
        sockets.MeterFactory.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_sockets_handler_can_be_replaced_and_the_credential_is_still_sent()
    {
        AuthenticationHeaderValue? seen = null;
        using var primary = new TestHandler((request, _, _) =>
        {
            seen = request.Headers.Authorization;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Responses.AgentJson) });
        });
        await using var server = await KestrelServer.StartAsync();
        await using var container = ContainerClient.With(server, builder => builder.ConfigurePrimaryHttpMessageHandler(() => primary));

        await container.Client.Agents.GetAsync("agent_1").Guarded();

        seen.ShouldNotBeNull().Parameter.ShouldBe(Clients.ApiKey);
        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Calls_succeed_with_a_custom_handler_lifetime()
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Responses.Agent();
        await using var container = ContainerClient.With(server, builder => builder.SetHandlerLifetime(TimeSpan.FromSeconds(1)));

        for (var call = 0; call < 20; call++)
        {
            await container.Client.Agents.GetAsync("agent_1").Guarded();
        }

        server.Requests.Count.ShouldBe(20);
    }
}
