using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary><c>StreamAsync</c> returns when the stream is open, or throws the reason why it cannot be opened.</summary>
public sealed class StreamOpeningTests
{
    [Fact]
    public async Task The_call_returns_only_when_the_stream_is_open()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var emitted = new ControlledStream();
        await using var server = await KestrelServer.StartAsync(Responses.After(open.Task, emitted.RespondAsync));
        using var client = Clients.To(server);

        var opening = client.Sessions.Events.StreamAsync("sesn_1");
        await server.WaitForRequestsAsync(1);
        opening.IsCompleted.ShouldBeFalse();
        open.SetResult();
        await using var stream = await opening.Guarded();
        await emitted.WriteAsync(Streams.Message(1));

        await using var events = stream.GetAsyncEnumerator();
        (await events.MoveNextAsync().Guarded()).ShouldBeTrue();
        events.Current.Id.ShouldBe("sevt_1");
        stream.RequestId.ShouldBe("req_stream");
    }

    [Fact]
    public async Task The_request_contains_the_requested_previews()
    {
        using var server = MockServer.Start(Responses.Sse(""));
        using var client = Clients.To(server);

        await using var stream = await client.Sessions.Events.StreamAsync(
            "sesn_1", new SessionEventStreamOptions { EventDeltas = [EventDeltaType.AgentMessage, EventDeltaType.AgentThinking] }).Guarded();

        server.Request.Method.ShouldBe("GET");
        Uri.UnescapeDataString(server.Request.Target).ShouldBe("/v1/sessions/sesn_1/events/stream?event_deltas[]=agent.message&event_deltas[]=agent.thinking");
        server.Request.Header("accept").ShouldBe("application/json");
        server.Request.Header("anthropic-beta").ShouldBe("managed-agents-2026-04-01");
    }

    [Fact]
    public async Task A_thread_has_its_own_path()
    {
        using var server = MockServer.Start(Responses.Sse(""));
        using var client = Clients.To(server);

        await using var stream = await client.Sessions.Threads.Events.StreamAsync("sesn_1", "sthr_1").Guarded();

        server.Request.Target.ShouldBe("/v1/sessions/sesn_1/threads/sthr_1/stream");
    }

    [Fact]
    public async Task A_missing_session_is_an_API_error()
    {
        using var server = MockServer.Start(Responses.Error(404, "not_found_error", ("request-id", "req_1")));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.StreamAsync());

        error.ErrorType.ShouldBe(ApiErrorType.NotFound);
        error.RequestId.ShouldBe("req_1");
    }

    [Theory]
    [InlineData(200, "text/html")]
    [InlineData(200, "application/json")]
    [InlineData(200, null)]
    [InlineData(204, null)]
    public async Task A_response_that_is_not_an_event_stream_is_rejected(int status, string? contentType)
    {
        using var server = MockServer.Start(
            contentType is null ? Responses.Status(status, ("request-id", "req_1")) : Responses.Body(contentType, [], status, ("request-id", "req_1")));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsResponseException>(() => client.StreamAsync());

        error.StatusCode.ShouldBe((HttpStatusCode)status);
        error.RequestId.ShouldBe("req_1");
        error.Message.ShouldContain("text/event-stream");
        error.Message.ShouldContain(contentType ?? "no content type");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_content_type_is_case_insensitive()
    {
        var end = await Streams.ReadAsync(Responses.Body("Text/Event-Stream;charset=UTF-8", System.Text.Encoding.UTF8.GetBytes(Streams.Message(1) + Streams.Idle)));

        end.ShouldEndNormally().Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_open_timeout_does_not_apply_to_the_events()
    {
        var clock = new TestTimeProvider();
        var emitted = new ControlledStream();
        await using var server = await KestrelServer.StartAsync(emitted.RespondAsync);
        using var client = Clients.To(server, static options => options.StreamOpenTimeout = options.Timeout = TimeSpan.FromSeconds(30), clock);
        await using var stream = await client.StreamAsync();
        await using var events = stream.GetAsyncEnumerator();

        var next = events.MoveNextAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await emitted.WriteAsync(Streams.Message(1));

        (await next.Guarded()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Opening_is_retried_until_the_stream_is_open(int status)
    {
        using var server = MockServer.Start(Responses.Error(status), Responses.Error(status), Responses.Sse(Streams.Idle));
        using var client = Clients.To(server);

        var end = await Streams.ReadToEndAsync(await client.StreamAsync());

        end.ShouldEndNormally().Count.ShouldBe(1);
        server.Requests.Count.ShouldBe(3);
    }
}
