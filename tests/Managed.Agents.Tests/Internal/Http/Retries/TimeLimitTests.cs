using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>The time limits of attempts: where they begin and end, and what is said when they run out.</summary>
public sealed class TimeLimitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Unary => Theories.Of(Call.Every.Except(["stream"]));

    [Theory]
    [MemberData(nameof(Unary))]
    public async Task An_attempt_that_takes_too_long_says_which_limit_ran_out_and_how_to_change_it(string name)
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(Answers.Never());
        using var client = Clients.To(
            server,
            static options =>
            {
                options.Timeout = Limit;
                options.Resilience = null;
            },
            clock);

        var running = Call.Named(name).RunAsync(client, default);
        await server.SeenAsync(1);
        clock.Advance(Limit - TimeSpan.FromTicks(1));
        running.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromTicks(1));

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => running.Guarded());
        error.Kind.ShouldBe(TimeoutKind.Attempt);
        error.Timeout.ShouldBe(Limit);
        error.Message.ShouldContain("00:00:30");
        error.Message.ShouldContain("ManagedAgentsOptions.Timeout");
        error.Message.ShouldContain("CallOptions.Timeout");
        error.InnerException.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_limit_holds_until_the_last_byte_and_the_request_id_is_told()
    {
        var clock = new ManualTimeProvider();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StubServer.StartAsync(HalfAnswerAsync);
        using var handler = new WireHandler(async (_, send, _) =>
        {
            var response = await send();
            begun.SetResult();
            return response;
        });
        handler.InnerHandler = new SocketsHttpHandler();
        using var client = new ManagedAgentsClient(
            new ManagedAgentsOptions { ApiKey = Clients.ApiKey, BaseAddress = server.Address, Timeout = Limit, Resilience = null }, handler, timeProvider: clock);

        var running = client.Agents.GetAsync("agent_1");
        await begun.Task.Guarded();
        clock.Advance(Limit);

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => running.Guarded());
        error.RequestId.ShouldBe("req_half");
    }

    [Fact]
    public async Task Each_attempt_has_the_whole_limit()
    {
        var clock = new ManualTimeProvider();
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StubServer.StartAsync(Answers.Never(), Answers.After(second.Task, Answers.Agent()));
        using var client = Clients.To(server, static options => options.Timeout = Limit, clock);

        var running = client.Agents.GetAsync("agent_1");
        await server.SeenAsync(1);
        clock.Advance(Limit);
        await server.SeenAsync(2);
        clock.Advance(Limit - TimeSpan.FromTicks(1));
        second.SetResult();

        (await running.Guarded()).Id.ShouldBe("agent_1");
    }

    [Fact]
    public async Task A_stream_has_a_limit_of_its_own_to_the_headers()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(Answers.Never());
        using var client = Clients.To(
            server,
            static options =>
            {
                options.StreamOpenTimeout = Limit;
                options.Resilience = null;
            },
            clock);

        var opening = client.Sessions.Events.StreamAsync("sesn_1");
        await server.SeenAsync(1);
        clock.Advance(Limit);

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => opening.Guarded());
        error.Kind.ShouldBe(TimeoutKind.StreamOpen);
        error.Timeout.ShouldBe(Limit);
        error.Message.ShouldContain("ManagedAgentsOptions.StreamOpenTimeout");
        error.MayHaveTakenEffect.ShouldBeFalse();
    }

    [Theory]
    [InlineData("get")]
    [InlineData("create agent")]
    [InlineData("stream")]
    public async Task What_one_call_needs_takes_the_place_of_the_limit(string name)
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(Answers.Never());
        using var client = Clients.To(server, static options => options.Resilience = null, clock);

        var running = Call.Named(name).RunAsync(client.With(new CallOptions { Timeout = TimeSpan.FromSeconds(5) }), default);
        await server.SeenAsync(1);
        clock.Advance(TimeSpan.FromSeconds(5));

        (await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => running.Guarded())).Timeout.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task After_a_call_no_timer_is_left_behind()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(Answers.Error(503), Answers.Agent(), Answers.Error(404));
        using var client = Clients.To(server, static options => options.Timeout = Limit, clock);

        await client.Agents.GetAsync("agent_1").Guarded();
        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        clock.ActiveTimerCount.ShouldBe(0);
    }

    private static async Task HalfAnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers["request-id"] = "req_half";
        await context.Response.WriteAsync("""{"type":""");
        await context.Response.Body.FlushAsync();
        await Answers.Never()(context);
    }
}
