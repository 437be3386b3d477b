using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Registration;

/// <summary>Defaults that a host sets for all HTTP clients do not apply to ours, in any order of registration.</summary>
public sealed class HostDefaultsTests
{
    public enum Order
    {
        /// <summary>The defaults are set before the client is added.</summary>
        Before,

        /// <summary>The defaults are set after the client is added.</summary>
        After,

        /// <summary>The host first adds its own client, then ours, then sets the defaults.</summary>
        AfterAnotherClient,
    }

    public static TheoryData<string, Order> CreatesAndOrders => Theories.Each(Call.Creates, Enum.GetValues<Order>());

    public static TheoryData<Order> Orders => Theories.Of(Enum.GetValues<Order>());

    [Theory]
    [MemberData(nameof(CreatesAndOrders))]
    public async Task A_default_retry_handler_does_not_retry_a_create_request(string name, Order order)
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Responses.Error(500);
        using var host = Host(server, order, static defaults => defaults.AddHttpMessageHandler(static () => new TestHandler(SendTwiceAsync)));

        await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(host.Client, default).Guarded());

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_default_timeout_handler_does_not_end_a_call(Order order)
    {
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await KestrelServer.StartAsync(Responses.After(late.Task, Responses.Agent()));
        using var host = Host(server, order, static defaults => defaults.AddHttpMessageHandler(static () => new TestHandler(static (_, _, _) => throw new TimeoutException("10 s"))));

        var running = Call.Named("create agent").RunAsync(host.Client, default);
        await server.WaitForRequestsAsync(1);
        late.SetResult();

        await running.Guarded();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_default_HttpClient_timeout_does_not_apply(Order order)
    {
        using var server = MockServer.Start(Responses.Agent());
        using var host = Host(server, order, static defaults => defaults.ConfigureHttpClient(static client => client.Timeout = TimeSpan.FromTicks(1)));

        await Call.Named("create agent").RunAsync(host.Client, default).Guarded();

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_default_primary_handler_is_not_used(Order order)
    {
        using var server = MockServer.Start(Responses.Agent());
        using var host = Host(server, order, static defaults => defaults.ConfigurePrimaryHttpMessageHandler(
            static () => new TestHandler(static (_, _, _) => throw new InvalidOperationException("The handler of the host was used."))));

        await host.Client.Agents.GetAsync("agent_1").Guarded();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Handlers_added_to_the_returned_builder_are_kept(Order order)
    {
        using var server = MockServer.Start(Responses.Agent());
        var calls = new List<string>();
        using var host = Host(
            server,
            order,
            defaults => defaults.AddHttpMessageHandler(() => Recording(calls, "host")),
            ours => ours.AddHttpMessageHandler(() => Recording(calls, "first")).AddHttpMessageHandler(() => Recording(calls, "second")));

        await host.Client.Agents.GetAsync("agent_1").Guarded();

        calls.ShouldBe(["first", "second"]);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Other_clients_of_the_host_keep_their_defaults(Order order)
    {
        using var server = MockServer.Start(Responses.Agent());
        var calls = new List<string>();
        using var host = Host(server, order, defaults => defaults.AddHttpMessageHandler(() => Recording(calls, "host")));

        using var other = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        using var answer = await other.GetAsync(new Uri(server.Address, "v1/agents")).Guarded();

        calls.ShouldBe(["host"]);
        server.Request.Header("authorization").ShouldBeNull();
    }

    private static TestHandler Recording(List<string> calls, string name) => new((_, send, _) =>
    {
        calls.Add(name);
        return send();
    });

    private static async Task<HttpResponseMessage> SendTwiceAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        await send();
        return await send();
    }

    private static HostUnderTest Host(ITestServer server, Order order, Action<IHttpClientBuilder> defaults, Action<IHttpClientBuilder>? ours = null)
    {
        var services = new ServiceCollection();
        if (order == Order.Before)
        {
            services.ConfigureHttpClientDefaults(defaults);
        }

        if (order == Order.AfterAnotherClient)
        {
            services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler());
        }

        var builder = services.AddManagedAgents(options => Clients.Configure(options, server.Address));
        ours?.Invoke(builder);
        if (order != Order.Before)
        {
            services.ConfigureHttpClientDefaults(defaults);
        }

        return new HostUnderTest(services.BuildServiceProvider());
    }

    private sealed record HostUnderTest(ServiceProvider Services) : IDisposable
    {
        public ManagedAgentsClient Client => Services.GetRequiredService<ManagedAgentsClient>();

        public void Dispose() => Services.Dispose();
    }
}
