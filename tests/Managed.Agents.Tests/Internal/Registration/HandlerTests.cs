using System.Net.Http.Headers;
using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Registration;

/// <summary>Handlers that users add to the returned builder: once per attempt, before the credential.</summary>
public sealed class HandlerTests
{
    [Fact]
    public async Task A_handler_runs_once_per_attempt()
    {
        using var handler = new WireHandler(static (_, send, _) => send());
        await using var server = await StubServer.StartAsync(Answers.Error(503), Answers.Error(429), Answers.Agent());
        await using var container = ContainerClient.With(server, builder => builder.AddHttpMessageHandler(() => handler));

        await container.Client.Agents.GetAsync("agent_1").Guarded();

        handler.Calls.ShouldBe(3);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_handler_never_sees_the_credential_neither_before_nor_after(int status)
    {
        var seen = new List<AuthenticationHeaderValue?>();
        using var handler = new WireHandler(async (request, send, _) =>
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
        await using var server = await StubServer.StartAsync(status switch
        {
            0 => Answers.Abort(),
            200 => Answers.Agent(),
            _ => Answers.Error(status),
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
    public async Task A_handler_cannot_put_another_credential_on_a_request()
    {
        using var handler = new WireHandler(static (request, send, _) =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "theirs");
            return send();
        });
        await using var server = await StubServer.StartAsync(Answers.Agent());
        await using var container = ContainerClient.With(server, builder => builder.AddHttpMessageHandler(() => handler));

        await container.Client.Agents.GetAsync("agent_1").Guarded();

        server.Request.Header("authorization").ShouldBe($"Bearer {Clients.ApiKey}");
    }

    [Fact]
    public async Task A_handler_can_add_headers_and_answer_by_itself()
    {
        using var handler = new WireHandler(static (request, send, _) =>
        {
            request.Headers.Add("x-trace", "1");
            return request.RequestUri!.AbsolutePath.EndsWith("agent_2", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"id":"agent_2"}""") })
                : send();
        });
        await using var server = await StubServer.StartAsync(Answers.Agent());
        await using var container = ContainerClient.With(server, builder => builder.AddHttpMessageHandler(() => handler));

        await container.Client.Agents.GetAsync("agent_1").Guarded();
        (await container.Client.Agents.GetAsync("agent_2").Guarded()).Id.ShouldBe("agent_2");

        server.Request.Header("x-trace").ShouldBe("1");
    }

    [Fact]
    public async Task The_sockets_can_be_configured_and_keep_our_settings()
    {
        SocketsHttpHandler? sockets = null;
        await using var server = await StubServer.StartAsync(Answers.Agent());
        await using var container = ContainerClient.With(server, builder => builder.UseSocketsHttpHandler((handler, _) =>
        {
            sockets = handler;
            handler.MaxConnectionsPerServer = 7;
        }));

        await container.Client.Agents.GetAsync("agent_1").Guarded();

        sockets.ShouldNotBeNull().MaxConnectionsPerServer.ShouldBe(7);
        sockets.PooledConnectionLifetime.ShouldBe(TimeSpan.FromMinutes(5), "a name may move, and connections must follow it");
        sockets.EnableMultipleHttp2Connections.ShouldBeTrue();
        sockets.AllowAutoRedirect.ShouldBeFalse();
        sockets.UseCookies.ShouldBeFalse();
        sockets.MeterFactory.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_sockets_can_be_replaced_and_the_credential_goes_out_all_the_same()
    {
        AuthenticationHeaderValue? seen = null;
        using var primary = new WireHandler((request, _, _) =>
        {
            seen = request.Headers.Authorization;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Answers.AgentJson) });
        });
        await using var server = await StubServer.StartAsync();
        await using var container = ContainerClient.With(server, builder => builder.ConfigurePrimaryHttpMessageHandler(() => primary));

        await container.Client.Agents.GetAsync("agent_1").Guarded();

        seen.ShouldNotBeNull().Parameter.ShouldBe(Clients.ApiKey);
        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_handler_lifetime_that_a_user_sets_rotates_the_handlers_and_calls_go_on()
    {
        await using var server = await StubServer.StartAsync();
        server.Always = Answers.Agent();
        await using var container = ContainerClient.With(server, builder => builder.SetHandlerLifetime(TimeSpan.FromSeconds(1)));

        for (var call = 0; call < 20; call++)
        {
            await container.Client.Agents.GetAsync("agent_1").Guarded();
        }

        server.Requests.Count.ShouldBe(20);
    }
}
