using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>The timeouts of attempts: when they start and end, and what the exception says.</summary>
public sealed class TimeoutTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Unary => Theories.Of(Call.Every.Except(["stream"]));

    [Theory]
    [MemberData(nameof(Unary))]
    public async Task The_exception_names_the_timeout_and_how_to_change_it(string name)
    {
        var clock = new TestTimeProvider();
        await using var server = await KestrelServer.StartAsync(Responses.Never());
        using var client = Clients.To(
            server,
            static options =>
            {
                options.Timeout = Limit;
                options.Resilience = null;
            },
            clock);

        var running = Call.Named(name).RunAsync(client, default);
        await server.WaitForRequestsAsync(1);
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
    public async Task The_timeout_covers_the_response_body_and_the_exception_has_the_request_id()
    {
        var clock = new TestTimeProvider();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await KestrelServer.StartAsync(PartialResponseAsync);
        using var handler = new TestHandler(async (_, send, _) =>
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
        error.RequestId.ShouldBe("req_partial");
    }

    [Fact]
    public async Task Each_attempt_has_the_full_timeout()
    {
        var clock = new TestTimeProvider();
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await KestrelServer.StartAsync(Responses.Never(), Responses.After(second.Task, Responses.Agent()));
        using var client = Clients.To(server, static options => options.Timeout = Limit, clock);

        var running = client.Agents.GetAsync("agent_1");
        await server.WaitForRequestsAsync(1);
        clock.Advance(Limit);
        await server.WaitForRequestsAsync(2);
        clock.Advance(Limit - TimeSpan.FromTicks(1));
        second.SetResult();

        (await running.Guarded()).Id.ShouldBe("agent_1");
    }

    [Fact]
    public async Task A_stream_has_its_own_timeout_until_the_headers()
    {
        var clock = new TestTimeProvider();
        await using var server = await KestrelServer.StartAsync(Responses.Never());
        using var client = Clients.To(
            server,
            static options =>
            {
                options.StreamOpenTimeout = Limit;
                options.Resilience = null;
            },
            clock);

        var opening = client.Sessions.Events.StreamAsync("sesn_1");
        await server.WaitForRequestsAsync(1);
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
    public async Task A_timeout_in_the_call_options_overrides_the_timeout_of_the_client(string name)
    {
        var clock = new TestTimeProvider();
        await using var server = await KestrelServer.StartAsync(Responses.Never());
        using var client = Clients.To(server, static options => options.Resilience = null, clock);

        var running = Call.Named(name).RunAsync(client.With(new CallOptions { Timeout = TimeSpan.FromSeconds(5) }), default);
        await server.WaitForRequestsAsync(1);
        clock.Advance(TimeSpan.FromSeconds(5));

        (await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => running.Guarded())).Timeout.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_completed_call_leaves_no_active_timer()
    {
        var clock = new TestTimeProvider();
        using var server = MockServer.Start(Responses.Error(503), Responses.Agent(), Responses.Error(404));
        using var client = Clients.To(server, static options => options.Timeout = Limit, clock);

        await client.Agents.GetAsync("agent_1").Guarded();
        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        clock.ActiveTimers.ShouldBe(0);
    }

    private static async Task PartialResponseAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers["request-id"] = "req_partial";
        await context.Response.WriteAsync("""{"type":""");
        await context.Response.Body.FlushAsync();
        await Responses.Never()(context);
    }
}
