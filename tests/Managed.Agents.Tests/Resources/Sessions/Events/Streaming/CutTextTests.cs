using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>Texts that the service cut in the middle of an emoji: everything else arrives as sent.</summary>
public sealed class CutTextTests
{
    private const string Message = """{"type":"agent.message","id":"sevt_2","processed_at":"2026-11-01T00:00:00Z","content":[{"type":"text","text":"The whole report, 4000 words, and one cut emoji \ud83d"}]}""";
    private const string Error = """{"type":"session.error","id":"sevt_4","processed_at":"2026-11-01T00:00:00Z","error":{"type":"unknown_error","message":"cut \ud83d","retry_status":{"type":"exhausted"}}}""";
    private const string Call = """{"type":"agent.custom_tool_use","id":"sevt_5","processed_at":"2026-11-01T00:00:00Z","name":"t","input":{"text":"cut \ud83d"}}""";

    [Fact]
    public async Task The_events_of_a_stream_keep_the_rest_of_the_text()
    {
        var end = await Streams.ReadAsync(Responses.Sse(Streams.Frame("x", Message) + Streams.Frame("x", Error) + Streams.Frame("x", Call) + Streams.Idle));

        end.ShouldEndNormally().Count.ShouldBe(4);
        ShouldBeComplete(end.Events);
    }

    [Fact]
    public async Task The_events_of_a_history_keep_the_rest_of_the_text()
    {
        using var server = MockServer.Start(Responses.Json($$"""{"data":[{{Message}},{{Error}},{{Call}}],"next_page":null}"""));
        using var client = Clients.To(server);

        ShouldBeComplete(await client.Sessions.Events.ListAsync("sesn_1").ToListAsync().Guarded());
    }

    [Fact]
    public async Task A_list_keeps_the_rest_of_the_text()
    {
        using var server = MockServer.Start(
            Responses.Json("""{"data":[{"id":"sesn_1","type":"session","title":"fix \ud83d","status":"idle"},{"id":"sesn_2","type":"session","title":"ok","status":"idle"}],"next_page":null}"""),
            Responses.Json("""{"id":"sesn_1","type":"session","title":"\ude00 fix","status":"idle"}"""));
        using var client = Clients.To(server);

        (await client.Sessions.ListAsync().ToListAsync().Guarded()).Select(static session => session.Title).ShouldBe(["fix \ufffd", "ok"]);
        (await client.Sessions.GetAsync("sesn_1").Guarded()).Title.ShouldBe("\ufffd fix");
    }

    [Fact]
    public async Task A_raw_response_is_not_changed()
    {
        const string body = """{"id":"agent_1","name":"cut \ud83d"}""";
        using var server = MockServer.Start(Responses.Json(body));
        using var client = Clients.To(server);
        string? raw = null;

        var agent = await client.With(new CallOptions { OnResponse = response => raw = System.Text.Encoding.UTF8.GetString(response.Body.Span) }).Agents.GetAsync("agent_1").Guarded();

        agent.Name.ShouldBe("cut \ufffd");
        raw.ShouldBe(body);
    }

    private static void ShouldBeComplete(IReadOnlyList<SessionEvent> events)
    {
        events[0].ShouldBeOfType<AgentMessageEvent>().Text.ShouldBe("The whole report, 4000 words, and one cut emoji \ufffd");
        events[1].ShouldBeOfType<SessionErrorEvent>().Error.Message.ShouldBe("cut \ufffd");
        events[2].ShouldBeOfType<AgentCustomToolUseEvent>().Input.GetProperty("text").GetString().ShouldBe("cut \ufffd");
    }
}
