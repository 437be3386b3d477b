using System.Text;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>A frame that cannot be deserialized is returned unchanged, and the stream continues.</summary>
public sealed class UnreadableEventTests
{
    [Theory]
    [InlineData("not JSON")]
    [InlineData("{\"type\":\"agent.message\"", "agent.message")]
    [InlineData("{\"type\":\"agent.message\",}", "agent.message")]
    [InlineData("{\"type\":\"agent.mess")]
    [InlineData("{} {}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"text\"")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task Data_that_is_not_a_JSON_object_is_returned_as_text(string data, string type = "")
    {
        var end = await Streams.ReadAsync(Responses.Sse(Streams.Message(1) + Streams.Frame("agent.message", data) + Streams.Idle));

        end.ShouldEndNormally().Count.ShouldBe(3);
        var unreadable = end.Events[1].ShouldBeOfType<UnreadableSessionEvent>();
        unreadable.Data.ShouldBe(data);
        unreadable.Problem.ShouldNotBeEmpty();
        unreadable.Type.ShouldBe(type);
        unreadable.Id.ShouldBeEmpty();
        unreadable.ToString().ShouldContain("unreadable");
    }

    [Theory]
    [InlineData("""{"type":"agent.reinvented","id":"sevt_x","news":true}""", typeof(UnknownSessionEvent))]
    [InlineData("""{"id":"sevt_x"}""", typeof(UnknownSessionEvent))]
    [InlineData("""{"type":7,"id":"sevt_x"}""", typeof(UnknownSessionEvent))]
    [InlineData("""{"type":"agent.message","id":"sevt_x","content":"not a list"}""", typeof(UnreadableSessionEvent))]
    [InlineData("""{"type":"agent.message","id":"sevt_x","processed_at":"yesterday"}""", typeof(UnreadableSessionEvent))]
    [InlineData("""{"type":"session.status_idle","id":"sevt_x","stop_reason":[]}""", typeof(SessionStatusIdleEvent))]
    public async Task An_object_of_an_unknown_type_or_format_is_returned_as_received(string data, Type type)
    {
        var end = await Streams.ReadAsync(Responses.Sse(Streams.Frame("x", data) + Streams.Message(2) + Streams.Idle));

        end.ShouldEndNormally().Count.ShouldBe(3);
        end.Events[0].Id.ShouldBe("sevt_x");
        end.Events[0].ShouldBeOfType(type);
        ((end.Events[0] as UnknownSessionEvent)?.Json.GetRawText() ?? data).ShouldBe(data);
        ((end.Events[0] as UnreadableSessionEvent)?.Data ?? data).ShouldBe(data);
    }

    [Theory]
    [InlineData("{\"type\":\"agent.message\",\"id\":\"\u00ff\"}")]
    [InlineData("{\"type\":\"\u00ff\",\"id\":\"sevt_x\"}")]
    [InlineData("{\"type\":\"agent.\u00ff\\u0020\",\"id\":\"sevt_x\"}")]
    [InlineData("{\"id\":\"\u00ff\"}")]
    [InlineData("{\"\u00ff\":1,\"type\":\"agent.message\"}")]
    [InlineData("{\"type\":\"agent.message\",\"content\":[{\"type\":\"text\",\"text\":\"\u00c3\"}]}")]
    [InlineData("{\"type\":\"\\ud800\",\"id\":\"sevt_x\"}")]
    [InlineData("{\"type\":\"agent.message\",\"id\":\"\\udc00\"}")]
    [InlineData("{\"type\":\"agent.reinvented\",\"id\":\"\\ud800\",\"session_thread_id\":\"\u00fe\"}")]
    public async Task Invalid_Unicode_does_not_end_the_stream(string data)
    {
        var bytes = Encoding.Latin1.GetBytes(Streams.Message(1) + Streams.Frame("agent.message", data) + Streams.Message(2) + Streams.Idle);

        var end = await Streams.ReadAsync(Responses.Body("text/event-stream", bytes));

        end.ShouldEndNormally().Count.ShouldBe(4);
        end.Events[1].ToString().ShouldNotBeEmpty();
        end.Events[2].Id.ShouldBe("sevt_2");
    }

    [Fact]
    public async Task Deeply_nested_data_does_not_end_the_stream()
    {
        var data = $$"""{"type":"agent.message","content":{{new string('[', 5000)}}{{new string(']', 5000)}}}""";

        var end = await Streams.ReadAsync(Responses.Sse(Streams.Frame("agent.message", data) + Streams.Message(2) + Streams.Idle));

        end.ShouldEndNormally().Count.ShouldBe(3);
        end.Events[0].ShouldBeOfType<UnreadableSessionEvent>().Data.ShouldBe(data);
    }
}
