using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>Cancellation at every stage of a call throws an <see cref="OperationCanceledException"/> with the token of the caller.</summary>
public sealed class CancellationTests
{
    public static TheoryData<string> Every => Theories.Of(Call.Every);

    public static TheoryData<string> OneOfEachKind => Theories.Of(Call.OneOfEachKind);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Cancellation_before_the_call_sends_nothing(string name)
    {
        await using var server = await KestrelServer.StartAsync();
        using var client = Clients.To(server);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await ShouldBeCancelledAsync(Call.Named(name).RunAsync(client, stop.Token), stop);

        server.Connections.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Cancellation_before_the_response_ends_the_call_without_a_retry(string name)
    {
        await using var server = await KestrelServer.StartAsync();
        server.DefaultResponse = Responses.Never();
        using var client = Clients.To(server);
        using var stop = new CancellationTokenSource();

        var running = Call.Named(name).RunAsync(client, stop.Token);
        await server.WaitForRequestsAsync(1);
        await stop.CancelAsync();

        await ShouldBeCancelledAsync(running, stop);
        await server.WaitForClosedConnectionsAsync(1);
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("list")]
    [InlineData("update")]
    [InlineData("send")]
    [InlineData("raw get")]
    public async Task Cancellation_during_the_response_body_ends_the_call_without_a_retry(string name)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await KestrelServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"type":""");
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            await Responses.Never()(context);
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
    public async Task Cancellation_during_a_retry_delay_ends_the_call_immediately(string name)
    {
        var clock = new TestTimeProvider();
        using var server = MockServer.Start(Responses.Error(429, "rate_limit_error", ("retry-after", "30")));
        using var client = Clients.To(server, clock: clock);
        using var stop = new CancellationTokenSource();

        var running = Call.Named(name).RunAsync(client, stop.Token);
        await clock.WaitForTimersAsync(1);
        await stop.CancelAsync();

        await ShouldBeCancelledAsync(running, stop);
        clock.ActiveTimers.ShouldBe(0);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancellation_by_a_handler_is_not_reported_as_cancellation_by_the_caller()
    {
        using var handler = new TestHandler(static (_, _, _) => throw new TaskCanceledException("The handler was cancelled."));
        using var client = Clients.Over(handler, static options => options.Resilience = null);
        using var stop = new CancellationTokenSource();

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => client.Agents.GetAsync("agent_1", cancellationToken: stop.Token).Guarded());

        error.InnerException.ShouldBeOfType<TaskCanceledException>();
    }

    [Fact]
    public async Task A_handler_cannot_hide_the_cancellation_from_the_caller()
    {
        using var handler = new TestHandler(static async (_, _, token) =>
        {
            await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new InvalidOperationException("The handler failed.");
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
