using System.Text;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>Frames in every valid format, split at any byte.</summary>
public sealed class StreamFrameTests
{
    private const string Varied =
        ": a comment\n\n"
        + "event: ping\ndata: {}\n\n"
        + "id: 7\nretry: 3000\nevent: agent.message\ndata: {\"type\":\"agent.message\",\ndata: \"id\":\"sevt_1\",\"content\":[{\"type\":\"text\",\"text\":\"Grüße 👋\"}]}\n\n"
        + "data:{\"type\":\"agent.thinking\",\"id\":\"sevt_2\"}\n\n"
        + ":\n"
        + "event:session.status_idle\ndata:{\"stop_reason\":{\"type\":\"end_turn\"},\"type\":\"session.status_idle\",\"id\":\"sevt_3\"}\n\n";

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    public async Task A_split_at_any_byte_changes_nothing(string lineEnd, bool hasByteOrderMark)
    {
        var bytes = Encoding.UTF8.GetBytes((hasByteOrderMark ? "\uFEFF" : "") + Varied.Replace("\n", lineEnd, StringComparison.Ordinal));
        for (var split = 0; split <= bytes.Length; split++)
        {
            ShouldBeVaried(await Streams.ReadAsync(bytes.AsMemory(0, split), bytes.AsMemory(split)), $"split at {split}");
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task A_stream_can_arrive_byte_by_byte(string lineEnd)
    {
        var bytes = Encoding.UTF8.GetBytes(Varied.Replace("\n", lineEnd, StringComparison.Ordinal));

        ShouldBeVaried(await Streams.ReadAsync(Enumerable.Range(0, bytes.Length).Select(at => (ReadOnlyMemory<byte>)bytes.AsMemory(at, 1))), "byte by byte");
    }

    [Fact]
    public async Task An_event_is_returned_as_soon_as_its_frame_is_complete()
    {
        var emitted = new ControlledStream();
        await using var server = await KestrelServer.StartAsync(emitted.RespondAsync);
        using var client = Clients.To(server);
        await using var stream = await client.StreamAsync();
        await using var events = stream.GetAsyncEnumerator();

        for (var number = 1; number <= 3; number++)
        {
            var next = events.MoveNextAsync();
            await emitted.WriteAsync(Streams.Message(number));
            (await next.Guarded()).ShouldBeTrue();
            events.Current.Id.ShouldBe($"sevt_{number}");
        }
    }

    [Theory]
    [InlineData("event: ping\ndata: {\"type\":\"ping\"}\n\n")]
    [InlineData("event: ping\ndata:\n\n")]
    [InlineData("data: {\"type\":\"ping\"}\n\n")]
    [InlineData(": keep-alive\n\n")]
    [InlineData(":\n")]
    [InlineData("retry: 100\n\n")]
    [InlineData("id: 5\n\n")]
    [InlineData("event: agent.message\n\n")]
    [InlineData("\n\n\n")]
    [InlineData("unknown-field: 5\n\n")]
    public async Task Keep_alives_and_frames_without_data_are_not_events(string frame)
    {
        var end = await Streams.ReadAsync(Responses.Sse(Streams.Message(1) + frame + Streams.Message(2) + frame + Streams.Idle));

        end.ShouldEndNormally().Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_type_in_the_data_takes_precedence_over_the_event_name()
    {
        var end = await Streams.ReadAsync(Responses.Sse(Streams.Frame("message", """{"type":"agent.thinking","id":"sevt_1"}""") + Streams.Idle));

        end.ShouldEndNormally()[0].ShouldBeOfType<AgentThinkingEvent>();
    }

    [Fact]
    public async Task An_event_can_be_a_megabyte_long()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789abcdef", 65_536));
        var frame = Streams.Frame("agent.message", $$"""{"type":"agent.message","id":"sevt_1","content":[{"type":"text","text":"{{text}}"}]}""");

        var end = await Streams.ReadAsync(Responses.Sse(frame + Streams.Message(2) + Streams.Idle));

        end.ShouldEndNormally().Count.ShouldBe(3);
        end.Events[0].ShouldBeOfType<AgentMessageEvent>().Content.ShouldHaveSingleItem().ShouldBeOfType<TextBlock>().Text.ShouldBe(text);
    }

    [Fact]
    public async Task A_compressed_stream_is_decompressed()
    {
        var end = await Streams.ReadAsync(Responses.Gzip("text/event-stream", Streams.Message(1) + Streams.Idle));

        end.ShouldEndNormally().Count.ShouldBe(2);
    }

    private static void ShouldBeVaried(StreamEnd end, string how)
    {
        end.Error.ShouldBeNull(how);
        end.Ids.ShouldBe(["sevt_1", "sevt_2", "sevt_3"], how);
        end.Events[0].ShouldBeOfType<AgentMessageEvent>().Content.ShouldHaveSingleItem().ShouldBeOfType<TextBlock>().Text.ShouldBe("Grüße 👋", how);
        end.Events[1].ShouldBeOfType<AgentThinkingEvent>();
    }
}
