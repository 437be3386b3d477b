using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>How a stream ends: in peace, or with an error that says that something may be missing.</summary>
public sealed class StreamEndTests
{
    private static readonly Dictionary<string, string> AtRest = new()
    {
        ["idle"] = Streams.Running + Streams.Idle,
        ["idle, retries exhausted"] = Streams.Status("session.status_idle", ""","stop_reason":{"type":"retries_exhausted"}"""),
        ["idle, unknown reason"] = Streams.Status("session.status_idle", ""","stop_reason":{"type":"reinvented"}"""),
        ["idle, and its bill after it"] = Streams.Idle + Streams.Status("session.usage"),
        ["terminated, and half a frame"] = Streams.Running + Streams.Status("session.status_terminated") + "event: x\ndata: {",
        ["terminated"] = Streams.Running + Streams.Status("session.status_terminated"),
        ["deleted"] = Streams.Running + Streams.Status("session.deleted"),
    };

    private static readonly Dictionary<string, string> NotAtRest = new()
    {
        ["nothing"] = "",
        ["idle, and work after it"] = Streams.Idle + Streams.Message(1),
        ["idle, and a message that was sent after it"] = Streams.Idle + Streams.Status("user.message"),
        ["idle, and an unreadable frame after it"] = Streams.Idle + Streams.Frame("session.status_running", "{"),
        ["a message only"] = Streams.Message(1),
        ["running"] = Streams.Idle + Streams.Running,
        ["running, and something after it"] = Streams.Running + Streams.Message(1),
        ["rescheduled"] = Streams.Running + Streams.Status("session.status_rescheduled"),
        ["waiting for the client"] = Streams.Running + Streams.Status("session.status_idle", ""","stop_reason":{"type":"requires_action","event_ids":["sevt_1"]}"""),
        ["a thread idle"] = Streams.Running + Streams.Status("session.thread_status_idle", ""","session_thread_id":"sthr_1","stop_reason":{"type":"end_turn"}"""),
        ["an unreadable frame after running"] = Streams.Running + Streams.Frame("session.status_idle", "{"),
    };

    public static TheoryData<string> Peaceful => Theories.Of(AtRest.Keys);

    public static TheoryData<string> Broken => Theories.Of(NotAtRest.Keys);

    [Theory]
    [MemberData(nameof(Peaceful))]
    public async Task A_connection_that_ends_when_all_was_said_ends_the_stream_in_peace(string last) =>
        (await Streams.ReadAsync(Answers.Sse(AtRest[last]))).InPeace().ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_connection_that_ends_before_that_is_an_error(string last)
    {
        var end = await Streams.ReadAsync(Answers.Sse(NotAtRest[last], ("request-id", "req_1")));

        var error = end.Error.ShouldBeOfType<ManagedAgentsStreamDisconnectedException>();
        error.RequestId.ShouldBe("req_1");
        error.Message.ShouldContain("v1/sessions/sesn_1/events/stream");
        error.Message.ShouldContain("history");
    }

    [Theory]
    [InlineData("session.status_terminated")]
    [InlineData("session.deleted")]
    public async Task A_session_that_is_over_ends_the_stream_in_peace_however_the_connection_ends(string last)
    {
        var emitted = new StubStream();
        await using var server = await StubServer.StartAsync(emitted.AnswerAsync);
        using var client = Clients.To(server);
        await using var stream = await client.StreamAsync();
        var reading = Streams.ReadToEndAsync(stream, count => CutAfter(2, count, emitted));

        await emitted.WriteAsync(Streams.Running + Streams.Status(last));

        (await reading.Guarded()).InPeace().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_an_error_with_its_cause_and_is_not_opened_again()
    {
        var emitted = new StubStream();
        await using var server = await StubServer.StartAsync(emitted.AnswerAsync);
        using var client = Clients.To(server);
        await using var stream = await client.StreamAsync();
        var reading = Streams.ReadToEndAsync(stream, count => CutAfter(2, count, emitted));

        await emitted.WriteAsync(Streams.Running + Streams.Message(1));

        var end = await reading.Guarded();
        end.Events.Count.ShouldBe(2);
        var error = end.Error.ShouldBeOfType<ManagedAgentsStreamDisconnectedException>();
        error.InnerException.ShouldNotBeNull();
        error.Message.ShouldContain("session.status_running");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_half_frame_at_the_end_is_no_event()
    {
        var end = await Streams.ReadAsync(Answers.Sse(Streams.Running + "event: session.status_idle\ndata: {\"type\":\"session.status_idle\"}\n"));

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
    public async Task The_stream_of_a_thread_ends_with_that_thread(string type, string? threadId, bool isPeaceful)
    {
        var status = Streams.Status(type, threadId is null ? "" : $$""","session_thread_id":"{{threadId}}" """);
        await using var server = await StubServer.StartAsync(Answers.Sse(Streams.Status("session.thread_status_running", ""","session_thread_id":"sthr_1" """) + status));
        using var client = Clients.To(server);

        var end = await Streams.ReadToEndAsync(await client.Sessions.Threads.Events.StreamAsync("sesn_1", "sthr_1").Guarded());

        (end.Error is null).ShouldBe(isPeaceful);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("message")]
    public async Task An_error_frame_is_raised_with_all_that_it_says(string name)
    {
        const string Envelope = """{"type":"error","error":{"type":"overloaded_error","message":"Too much.","details":{"error_code":"too_much","limit":3}},"request_id":"req_frame"}""";

        var end = await Streams.ReadAsync(Answers.Sse(Streams.Message(1) + Streams.Frame(name, Envelope) + Streams.Message(2), ("request-id", "req_1")));

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
    public async Task An_error_frame_without_an_envelope_is_raised_all_the_same(string data)
    {
        var end = await Streams.ReadAsync(Answers.Sse(Streams.Frame("error", data), ("request-id", "req_1")));

        var error = end.Error.ShouldBeOfType<ManagedAgentsStreamErrorException>();
        error.RequestId.ShouldBe("req_1");
        error.ErrorType.Value.ShouldBeEmpty();
    }

    private static void CutAfter(int events, int count, StubStream stream)
    {
        if (count == events)
        {
            stream.Abort();
        }
    }
}
