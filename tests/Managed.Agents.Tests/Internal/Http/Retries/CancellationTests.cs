using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>Cancellation at every stage of a call ends in an <see cref="OperationCanceledException"/> with the caller's token.</summary>
public sealed class CancellationTests
{
    public static TheoryData<string> Every => Theories.Of(Call.Every);

    public static TheoryData<string> OneOfEachKind => Theories.Of(Call.OneOfEachKind);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Before_the_call_nothing_is_sent(string name)
    {
        await using var server = await StubServer.StartAsync();
        using var client = Clients.To(server);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await ShouldBeCancelledAsync(Call.Named(name).RunAsync(client, stop.Token), stop);

        server.Connections.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task While_the_server_thinks_the_call_ends_and_is_not_repeated(string name)
    {
        await using var server = await StubServer.StartAsync();
        server.Always = Answers.Never();
        using var client = Clients.To(server);
        using var stop = new CancellationTokenSource();

        var running = Call.Named(name).RunAsync(client, stop.Token);
        await server.SeenAsync(1);
        await stop.CancelAsync();

        await ShouldBeCancelledAsync(running, stop);
        await server.ClosedAsync(1);
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("list")]
    [InlineData("update")]
    [InlineData("send")]
    [InlineData("raw get")]
    public async Task While_the_body_arrives_the_call_ends_and_is_not_repeated(string name)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"type":""");
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            await Answers.Never()(context);
        });
        using var client = Clients.To(server);
        using var stop = new CancellationTokenSource();

        var running = Call.Named(name).RunAsync(client, stop.Token);
        await begun.Task.Guarded();
        await stop.CancelAsync();

        await ShouldBeCancelledAsync(running, stop);
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(OneOfEachKind))]
    public async Task In_the_wait_before_another_attempt_the_call_ends_at_once(string name)
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(Answers.Error(429, "rate_limit_error", ("retry-after", "30")));
        using var client = Clients.To(server, clock: clock);
        using var stop = new CancellationTokenSource();

        var running = Call.Named(name).RunAsync(client, stop.Token);
        await clock.WaitForTimersAsync(1).Guarded();
        await stop.CancelAsync();

        await ShouldBeCancelledAsync(running, stop);
        clock.ActiveTimerCount.ShouldBe(0);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_handler_s_own_cancellation_is_no_cancellation_of_the_caller()
    {
        using var handler = new WireHandler(static (_, _, _) => throw new TaskCanceledException("The handler gave up."));
        using var client = Clients.Over(handler, static options => options.Resilience = null);
        using var stop = new CancellationTokenSource();

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => client.Agents.GetAsync("agent_1", cancellationToken: stop.Token).Guarded());

        error.InnerException.ShouldBeOfType<TaskCanceledException>();
    }

    [Fact]
    public async Task A_handler_that_hides_the_cancellation_does_not_hide_it_from_the_caller()
    {
        using var handler = new WireHandler(static async (_, _, token) =>
        {
            await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new InvalidOperationException("The handler fell over.");
        });
        using var client = Clients.Over(handler, static options => options.Resilience = null);
        using var stop = new CancellationTokenSource();

        var running = client.Agents.GetAsync("agent_1", cancellationToken: stop.Token);
        await stop.CancelAsync();

        await ShouldBeCancelledAsync(running, stop);
    }

    private static async Task ShouldBeCancelledAsync(Task running, CancellationTokenSource stop)
    {
        var cancelled = await Should.ThrowAsync<OperationCanceledException>(() => running.Guarded());
        cancelled.CancellationToken.ShouldBe(stop.Token);
    }
}
