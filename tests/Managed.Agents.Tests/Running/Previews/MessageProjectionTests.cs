using System.Text;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Previews;

/// <summary>Streamed message text without duplicate or lost characters.</summary>
public sealed class MessageProjectionTests
{
    private readonly MessageProjection _projection = new();
    private readonly List<MessageUpdate> _updates = [];
    private readonly Dictionary<string, StringBuilder> _shown = new(StringComparer.Ordinal);

    [Fact]
    public void Previews_are_appended_and_the_message_adds_the_rest()
    {
        Take(Request("r1"), Start("m1"), Delta("m1", "Hel"), Delta("m1", "lo"), Message("m1", "Hello, world"), End("r1"));

        _updates.ShouldBe([
            new MessageTextAdded("m1", "Hel"),
            new MessageTextAdded("m1", "lo"),
            new MessageTextAdded("m1", ", world"),
            new MessageCompleted(Message("m1", "Hello, world"), IsCorrected: false),
        ]);
    }

    [Fact]
    public void A_message_without_previews_is_added_as_a_whole()
    {
        Take(Message("m1", "Hello"));

        _updates.ShouldBe([new MessageTextAdded("m1", "Hello"), new MessageCompleted(Message("m1", "Hello"), IsCorrected: false)]);
    }

    [Fact]
    public void A_message_that_differs_from_its_previews_is_corrected()
    {
        Take(Start("m1"), Delta("m1", "Hallo"), Message("m1", "Hello"));

        _updates[^1].ShouldBe(new MessageCompleted(Message("m1", "Hello"), IsCorrected: true));
        _updates.OfType<MessageTextAdded>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Blocks_are_joined_in_order_and_redacted_blocks_are_ignored()
    {
        var message = new AgentMessageEvent { Id = "m1", Content = [new TextBlock("one "), new RedactedBlock(), new TextBlock("two")] };
        Take(Start("m1"), Delta("m1", "one "), Delta("m1", "t", index: 2), message);

        Shown("m1").ShouldBe("one two");
        _updates[^1].ShouldBe(new MessageCompleted(message, IsCorrected: false));
    }

    [Fact]
    public void A_missing_message_is_abandoned_when_its_model_request_ends()
    {
        Take(Request("r1"), Start("m1"), Delta("m1", "Hel"), End("r1"), Request("r2"), Start("m2"), Delta("m2", "Hi"), Message("m2", "Hi"), End("r2"));

        _updates.OfType<MessageAbandoned>().ShouldBe([new MessageAbandoned("m1", "Hel")]);
        _updates.IndexOf(new MessageAbandoned("m1", "Hel")).ShouldBe(1);
    }

    [Fact]
    public void A_message_is_abandoned_when_the_session_becomes_idle()
    {
        Take(Start("m1"), Delta("m1", "Hel"), new SessionStatusIdleEvent(), Delta("m1", "lo"));

        _updates.ShouldBe([new MessageTextAdded("m1", "Hel"), new MessageAbandoned("m1", "Hel")]);
    }

    [Fact]
    public void Previews_after_the_end_of_a_message_are_ignored()
    {
        Take(Start("m1"), Message("m1", "Hello"), Delta("m1", "lo"), End("r1"));

        Shown("m1").ShouldBe("Hello");
        _updates.Count.ShouldBe(2);
    }

    [Fact]
    public void Previews_that_start_after_their_message_are_ignored()
    {
        Take(Message("m1", "Hello"), Start("m1"), Delta("m1", "Hello"), End("r1"));

        Shown("m1").ShouldBe("Hello");
        _updates.Count.ShouldBe(2);
    }

    [Fact]
    public void Thinking_previews_are_not_messages()
    {
        Take(new EventStartEvent { Event = new AgentThinkingPreview { Id = "t1" } }, new AgentThinkingEvent { Id = "t1" }, End("r1"));

        _updates.ShouldBeEmpty();
    }

    [Fact]
    public void A_thread_ends_only_its_own_messages()
    {
        Take("one", Request("r1"), Start("m1"), Delta("m1", "a"));
        Take("two", Request("r2"), Start("m2"), Delta("m2", "b"), End("r2"));
        Take("one", Message("m1", "ab"));

        _updates.OfType<MessageAbandoned>().ShouldBe([new MessageAbandoned("m2", "b") { ThreadId = "two" }]);
        Shown("m1").ShouldBe("ab");
        _updates[^1].ThreadId.ShouldBe("one");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Truncated_previews_and_the_message_together_equal_the_complete_text(int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < 500; number++)
        {
            var id = $"m{number}";
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => (char)('a' + random.Next(26))));
            Take(Request($"r{number}"), Start(id));
            for (var at = 0; at < text.Length && random.Next(10) > 0;)
            {
                var length = Math.Min(random.Next(1, 5), text.Length - at);
                Take(Delta(id, text.Substring(at, length)));
                at += length;
            }

            if (random.Next(4) == 0)
            {
                Take(End($"r{number}"));
                _updates[^1].ShouldBe(new MessageAbandoned(id, _shown.TryGetValue(id, out var shown) ? shown.ToString() : ""));
                continue;
            }

            Take(Message(id, text), End($"r{number}"));
            Shown(id).ShouldBe(text);
        }
    }

    [Fact]
    public async Task A_stream_can_be_read_as_message_updates()
    {
        var updates = new List<MessageUpdate>();
        await foreach (var update in Events(Start("m1"), Delta("m1", "H"), new SessionStatusRunningEvent(), Message("m1", "Hi")).ReadMessagesAsync())
        {
            updates.Add(update);
        }

        updates.Select(static update => update.GetType()).ShouldBe([typeof(MessageTextAdded), typeof(MessageTextAdded), typeof(MessageCompleted)]);
    }

    private static async IAsyncEnumerable<SessionEvent> Events(params SessionEvent[] events)
    {
        foreach (var one in events)
        {
            await Task.Yield();
            yield return one;
        }
    }

    private static EventStartEvent Start(string id) => new() { Event = new AgentMessagePreview { Id = id } };

    private static EventDeltaEvent Delta(string id, string text, int index = 0) => new() { EventId = id, Delta = new EventDelta { Content = text, Index = index } };

    private static AgentMessageEvent Message(string id, string text) => new() { Id = id, Content = [new TextBlock(text)] };

    private static SpanModelRequestStartEvent Request(string id) => new() { Id = id };

    private static SpanModelRequestEndEvent End(string id) => new() { Id = id + "e", ModelRequestStartId = id };

    private string Shown(string id) => _shown[id].ToString();

    private void Take(params SessionEvent[] events) => Take(null, events);

    private void Take(string? thread, params SessionEvent[] events)
    {
        foreach (var update in events.SelectMany(one => _projection.Apply(one, thread)))
        {
            _updates.Add(update);
            if (update is MessageTextAdded added)
            {
                if (!_shown.TryGetValue(added.EventId, out var text))
                {
                    _shown[added.EventId] = text = new StringBuilder();
                }

                text.Append(added.Text);
            }
        }
    }
}
