using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>How a stream ends: normally, or with an error that says that events may be missing.</summary>
public sealed class StreamEndTests
{
    private static readonly Dictionary<string, string> NormalEnds = new()
    {
        ["idle"] = Streams.Running + Streams.Idle,
        ["idle, retries exhausted"] = Streams.Status("session.status_idle", ""","stop_reason":{"type":"retries_exhausted"}"""),
        ["idle, unknown reason"] = Streams.Status("session.status_idle", ""","stop_reason":{"type":"reinvented"}"""),
        ["idle, then usage"] = Streams.Idle + Streams.Status("session.usage"),
        ["terminated, then a partial frame"] = Streams.Running + Streams.Status("session.status_terminated") + "event: x\ndata: {",
        ["terminated"] = Streams.Running + Streams.Status("session.status_terminated"),
        ["deleted"] = Streams.Running + Streams.Status("session.deleted"),
    };

    private static readonly Dictionary<string, string> EarlyEnds = new()
    {
        ["nothing"] = "",
        ["idle, then a message"] = Streams.Idle + Streams.Message(1),
        ["idle, then a user message"] = Streams.Idle + Streams.Status("user.message"),
        ["idle, then an unreadable frame"] = Streams.Idle + Streams.Frame("session.status_running", "{"),
        ["a message only"] = Streams.Message(1),
        ["running"] = Streams.Idle + Streams.Running,
        ["running, then a message"] = Streams.Running + Streams.Message(1),
        ["rescheduled"] = Streams.Running + Streams.Status("session.status_rescheduled"),
        ["waiting for the client"] = Streams.Running + Streams.Status("session.status_idle", ""","stop_reason":{"type":"requires_action","event_ids":["sevt_1"]}"""),
        ["a thread idle"] = Streams.Running + Streams.Status("session.thread_status_idle", ""","session_thread_id":"sthr_1","stop_reason":{"type":"end_turn"}"""),
        ["an unreadable frame after running"] = Streams.Running + Streams.Frame("session.status_idle", "{"),
    };

    public static TheoryData<string> Normal => Theories.Of(NormalEnds.Keys);

    public static TheoryData<string> Early => Theories.Of(EarlyEnds.Keys);

    [Theory]
    [MemberData(nameof(Normal))]
    public async Task A_connection_that_closes_after_the_last_event_ends_the_stream_normally(string last) =>
        (await Streams.ReadAsync(Responses.Sse(NormalEnds[last]))).ShouldEndNormally().ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(Early))]
    public async Task A_connection_that_closes_early_is_an_error(string last)
    {
        var end = await Streams.ReadAsync(Responses.Sse(EarlyEnds[last], ("request-id", "req_1")));

        var error = end.Error.ShouldBeOfType<ManagedAgentsStreamDisconnectedException>();
        error.RequestId.ShouldBe("req_1");
        error.Message.ShouldContain("v1/sessions/sesn_1/events/stream");
        error.Message.ShouldContain("history");
    }

    [Theory]
    [InlineData("session.status_terminated")]
    [InlineData("session.deleted")]
    public async Task A_terminated_session_ends_the_stream_normally_even_if_the_connection_is_lost(string last)
    {
        var emitted = new ControlledStream();
        await using var server = await KestrelServer.StartAsync(emitted.RespondAsync);
        using var client = Clients.To(server);
        await using var stream = await client.StreamAsync();
        var reading = Streams.ReadToEndAsync(stream, count => AbortAfter(2, count, emitted));

        await emitted.WriteAsync(Streams.Running + Streams.Status(last));

        (await reading.Guarded()).ShouldEndNormally().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_connection_is_an_error_with_its_cause_and_is_not_reopened()
    {
        var emitted = new ControlledStream();
        await using var server = await KestrelServer.StartAsync(emitted.RespondAsync);
        using var client = Clients.To(server);
        await using var stream = await client.StreamAsync();
        var reading = Streams.ReadToEndAsync(stream, count => AbortAfter(2, count, emitted));

        await emitted.WriteAsync(Streams.Running + Streams.Message(1));

        var end = await reading.Guarded();
        end.Events.Count.ShouldBe(2);
        var error = end.Error.ShouldBeOfType<ManagedAgentsStreamDisconnectedException>();
        error.InnerException.ShouldNotBeNull();
        error.Message.ShouldContain("session.status_running");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_partial_frame_at_the_end_is_not_an_event()
    {
        var end = await Streams.ReadAsync(Responses.Sse(Streams.Running + "event: session.status_idle\ndata: {\"type\":\"session.status_idle\"}\n"));

        end.Error.ShouldBeOfType<ManagedAgentsStreamDisconnectedException>();
        end.Events.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("session.thread_status_idle", "sthr_1", true)]
    [InlineData("session.thread_status_terminated", "sthr_1", true)]
    [InlineData("session.thread_status_running", "sthr_1", false)]
    [InlineData("session.thread_status_idle", "sthr_2", false)]
    [InlineData("session.status_terminated", null, true)]
    [InlineData("session.deleted", null, true)]
    [InlineData("session.status_idle", null, false)]
    public async Task The_stream_of_a_thread_ends_with_that_thread(string type, string? threadId, bool isNormal)
    {
        var status = Streams.Status(type, threadId is null ? "" : $$""","session_thread_id":"{{threadId}}" """);
        using var server = MockServer.Start(Responses.Sse(Streams.Status("session.thread_status_running", ""","session_thread_id":"sthr_1" """) + status));
        using var client = Clients.To(server);

        var end = await Streams.ReadToEndAsync(await client.Sessions.Threads.Events.StreamAsync("sesn_1", "sthr_1").Guarded());

        (end.Error is null).ShouldBe(isNormal);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("message")]
    public async Task An_error_frame_is_thrown_with_all_details(string name)
    {
        const string Envelope = """{"type":"error","error":{"type":"overloaded_error","message":"Too much.","details":{"error_code":"too_much","limit":3}},"request_id":"req_frame"}""";

        var end = await Streams.ReadAsync(Responses.Sse(Streams.Message(1) + Streams.Frame(name, Envelope) + Streams.Message(2), ("request-id", "req_1")));

        end.Events.Count.ShouldBe(1);
        var error = end.Error.ShouldBeOfType<ManagedAgentsStreamErrorException>();
        error.ErrorType.ShouldBe(ApiErrorType.Overloaded);
        error.ErrorCode.ShouldBe("too_much");
        error.RequestId.ShouldBe("req_frame");
        error.Details.GetProperty("limit").GetInt32().ShouldBe(3);
        error.Message.ShouldContain("Too much.");
    }

    [Theory]
    [InlineData("oops")]
    [InlineData("{}")]
    [InlineData("""{"type":"error","error":"flat"}""")]
    [InlineData("""{"type":"error","error":{"type":"\ud800","message":"\udc00"}}""")]
    public async Task An_error_frame_without_an_envelope_is_thrown(string data)
    {
        var end = await Streams.ReadAsync(Responses.Sse(Streams.Frame("error", data), ("request-id", "req_1")));

        var error = end.Error.ShouldBeOfType<ManagedAgentsStreamErrorException>();
        error.RequestId.ShouldBe("req_1");
        error.ErrorType.Value.ShouldBeEmpty();
    }

    private static void AbortAfter(int events, int count, ControlledStream stream)
    {
        if (count == events)
        {
            stream.Abort();
        }
    }
}
