using System.Net;
using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>When <c>StreamAsync</c> returns, the stream is open; when it cannot be opened, it says why.</summary>
public sealed class StreamOpeningTests
{
    [Fact]
    public async Task The_stream_is_open_when_the_call_returns_and_not_before()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var emitted = new StubStream();
        await using var server = await StubServer.StartAsync(Answers.After(open.Task, emitted.AnswerAsync));
        using var client = Clients.To(server);

        var opening = client.Sessions.Events.StreamAsync("sesn_1");
        await server.SeenAsync(1);
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
    public async Task The_request_asks_for_a_stream_with_the_previews_that_were_wanted()
    {
        await using var server = await StubServer.StartAsync(Answers.Sse(""));
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
        await using var server = await StubServer.StartAsync(Answers.Sse(""));
        using var client = Clients.To(server);

        await using var stream = await client.Sessions.Threads.Events.StreamAsync("sesn_1", "sthr_1").Guarded();

        server.Request.Target.ShouldBe("/v1/sessions/sesn_1/threads/sthr_1/stream");
    }

    [Fact]
    public async Task A_session_that_does_not_exist_is_an_error_of_the_api()
    {
        await using var server = await StubServer.StartAsync(Answers.Error(404, "not_found_error", ("request-id", "req_1")));
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
    public async Task An_answer_that_is_no_stream_is_unreadable(int status, string? contentType)
    {
        await using var server = await StubServer.StartAsync(
            contentType is null ? Answers.Status(status, ("request-id", "req_1")) : Answers.Body(contentType, [], status, ("request-id", "req_1")));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsResponseException>(() => client.StreamAsync());

        error.StatusCode.ShouldBe((HttpStatusCode)status);
        error.RequestId.ShouldBe("req_1");
        error.Message.ShouldContain("text/event-stream");
        error.Message.ShouldContain(contentType ?? "no content type");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_content_type_may_be_written_in_any_case()
    {
        var end = await Streams.ReadAsync(Answers.Body("Text/Event-Stream;charset=UTF-8", System.Text.Encoding.UTF8.GetBytes(Streams.Message(1) + Streams.Idle)));

        end.InPeace().Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_limit_to_the_headers_does_not_hold_for_what_follows()
    {
        var clock = new ManualTimeProvider();
        var emitted = new StubStream();
        await using var server = await StubServer.StartAsync(emitted.AnswerAsync);
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
    public async Task Opening_is_tried_again_until_the_stream_is_open(int status)
    {
        await using var server = await StubServer.StartAsync(Answers.Error(status), Answers.Error(status), Answers.Sse(Streams.Idle));
        using var client = Clients.To(server);

        var end = await Streams.ReadToEndAsync(await client.StreamAsync());

        end.InPeace().Count.ShouldBe(1);
        server.Requests.Count.ShouldBe(3);
    }
}
