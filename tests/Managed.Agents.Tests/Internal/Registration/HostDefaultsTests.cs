using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Registration;

/// <summary>What a host does to all its HTTP clients does not reach ours, in whatever order it is said.</summary>
public sealed class HostDefaultsTests
{
    public enum Order
    {
        /// <summary>The defaults are set before the client is added.</summary>
        Before,

        /// <summary>The defaults are set after the client is added.</summary>
        After,

        /// <summary>The host adds a client of its own first, then ours, then sets the defaults.</summary>
        AfterAnotherClient,
    }

    public static TheoryData<string, Order> CreatesAndOrders => Theories.Each(Call.Creates, Enum.GetValues<Order>());

    public static TheoryData<Order> Orders => Theories.Of(Enum.GetValues<Order>());

    [Theory]
    [MemberData(nameof(CreatesAndOrders))]
    public async Task A_handler_that_repeats_everything_does_not_repeat_a_create(string name, Order order)
    {
        await using var server = await StubServer.StartAsync();
        server.Always = Answers.Error(500);
        using var host = Host(server, order, static defaults => defaults.AddHttpMessageHandler(static () => new WireHandler(RepeatAsync)));

        await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(host.Client, default).Guarded());

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_handler_that_gives_up_early_does_not_end_a_call(Order order)
    {
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StubServer.StartAsync(Answers.After(late.Task, Answers.Agent()));
        using var host = Host(server, order, static defaults => defaults.AddHttpMessageHandler(static () => new WireHandler(static (_, _, _) => throw new TimeoutException("10 s"))));

        var running = Call.Named("create agent").RunAsync(host.Client, default);
        await server.SeenAsync(1);
        late.SetResult();

        await running.Guarded();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_time_limit_of_all_clients_does_not_hold_for_ours(Order order)
    {
        await using var server = await StubServer.StartAsync(Answers.Agent());
        using var host = Host(server, order, static defaults => defaults.ConfigureHttpClient(static client => client.Timeout = TimeSpan.FromTicks(1)));

        await Call.Named("create agent").RunAsync(host.Client, default).Guarded();

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_primary_handler_of_all_clients_is_not_ours(Order order)
    {
        await using var server = await StubServer.StartAsync(Answers.Agent());
        using var host = Host(server, order, static defaults => defaults.ConfigurePrimaryHttpMessageHandler(
            static () => new WireHandler(static (_, _, _) => throw new InvalidOperationException("The handler of the host was used."))));

        await host.Client.Agents.GetAsync("agent_1").Guarded();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task What_is_added_to_our_builder_stays(Order order)
    {
        await using var server = await StubServer.StartAsync(Answers.Agent());
        var calls = new List<string>();
        using var host = Host(
            server,
            order,
            defaults => defaults.AddHttpMessageHandler(() => Noting(calls, "host")),
            ours => ours.AddHttpMessageHandler(() => Noting(calls, "first")).AddHttpMessageHandler(() => Noting(calls, "second")));

        await host.Client.Agents.GetAsync("agent_1").Guarded();

        calls.ShouldBe(["first", "second"]);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Other_clients_of_the_host_keep_their_defaults(Order order)
    {
        await using var server = await StubServer.StartAsync(Answers.Agent());
        var calls = new List<string>();
        using var host = Host(server, order, defaults => defaults.AddHttpMessageHandler(() => Noting(calls, "host")));

        using var other = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        using var answer = await other.GetAsync(new Uri(server.Address, "v1/agents")).Guarded();

        calls.ShouldBe(["host"]);
        server.Request.Header("authorization").ShouldBeNull();
    }

    private static WireHandler Noting(List<string> calls, string name) => new((_, send, _) =>
    {
        calls.Add(name);
        return send();
    });

    private static async Task<HttpResponseMessage> RepeatAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        await send();
        return await send();
    }

    private static HostUnderTest Host(StubServer server, Order order, Action<IHttpClientBuilder> defaults, Action<IHttpClientBuilder>? ours = null)
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
