using System.Text;
using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>An event that cannot be read is delivered once as unreadable, and costs nothing else.</summary>
public sealed class FollowPoisonTests : FollowTestBase
{
    public static TheoryData<string, bool, bool> Poison => PoisonEvents.Table();

    [Theory]
    [MemberData(nameof(Poison))]
    public async Task A_poison_event_is_delivered_once_and_the_feed_continues(string name, bool isOnStream, bool isInHistory)
    {
        var poison = PoisonEvents.ByName[name];
        var feed = Follow();
        var events = Read(feed);
        await Session.EmitAsync(id: "sevt_a");
        (await NextAsync(events)).Id.ShouldBe("sevt_a");

        if (isInHistory)
        {
            Session.AddToHistory(poison);
        }

        if (isOnStream)
        {
            await Session.SendToStreamsAsync($"event: agent.message\ndata: {poison}\n\n");
        }
        else
        {
            Session.EndStreams();
        }

        await Session.EmitAsync(id: "sevt_b");
        var received = new List<SessionEvent>();
        while (received.Count < 2)
        {
            received.Add(await NextAsync(events));
        }

        var next = RequestNextAsync(events);
        await AdvanceUntilAsync(Session.WaitForStreamsAsync(isOnStream ? 1 : 2));
        await Session.EmitAsync(id: "sevt_c");

        var unreadable = received.OfType<UnreadableSessionEvent>().ShouldHaveSingleItem();
        unreadable.Data.ShouldBe(poison);
        unreadable.Problem.ShouldNotBeEmpty();
        received.Where(static one => one is not UnreadableSessionEvent).Select(static one => one.Id).ShouldBe(["sevt_b"]);
        (await AdvanceUntilAsync(next)).Id.ShouldBe("sevt_c");
        Session.ListQueries.Count.ShouldBeLessThan(20, "the poison must not cause readings without end");

        var again = Read(Follow(SessionPosition.Parse(feed.Position.ToString())));
        (await NextAsync(again)).Id.ShouldBe("sevt_c", "the position covers the poison");
        await Session.EmitAsync(id: "sevt_d");
        (await NextAsync(again)).Id.ShouldBe("sevt_d");
    }

    [Theory]
    [InlineData("depth without id and time")]
    [InlineData("null in the content without id")]
    [InlineData("null in the content")]
    [InlineData("invalid time")]
    public async Task A_poison_event_of_a_thread_is_not_delivered_again_by_a_later_reading(string name)
    {
        // The history of a thread is read from the start each time, and the position knows only its latest events.
        for (var i = 0; i < 300; i++)
        {
            Session.AddToHistory(Session.CreateEvent());
            if (i == 10)
            {
                Session.AddToHistory(PoisonEvents.ByName[name]);
            }
        }

        var feed = Client.Sessions.Threads.Events.FollowAsync(ControlledSession.Id, "sthr_1");
        var events = Read(feed);
        (await UntilAsync(events, "sevt_0300")).OfType<UnreadableSessionEvent>().Count().ShouldBe(1);
        var next = RequestNextAsync(events);
        await Session.WaitForStreamsAsync(1);
        Session.EndStreams();
        await AdvanceUntilAsync(Session.WaitForStreamsAsync(2));
        await Session.EmitAsync(id: "sevt_next");

        (await AdvanceUntilAsync(next)).Id.ShouldBe("sevt_next");
        (await NextAsync(Read(Client.Sessions.Threads.Events.FollowAsync(ControlledSession.Id, "sthr_1", new() { From = feed.Position })))).Id.ShouldBe("sevt_next");
    }

    [Fact]
    public async Task The_current_position_covers_a_poison_event()
    {
        await Session.EmitAsync();
        Session.AddToHistory(PoisonEvents.ByName["depth without id and time"]);

        var position = await Client.Sessions.Events.GetPositionAsync(ControlledSession.Id);
        await Session.EmitAsync(id: "sevt_next");

        (await NextAsync(Read(Follow(position)))).Id.ShouldBe("sevt_next");
    }

    [Fact]
    public async Task An_event_that_is_unreadable_only_on_the_stream_is_delivered_from_the_history()
    {
        var events = Read(Follow());
        await Session.EmitAsync(id: "sevt_a");
        (await NextAsync(events)).Id.ShouldBe("sevt_a");
        var result = Session.CreateEvent("user.custom_tool_result", "\"custom_tool_use_id\":\"sevt_call\",\"content\":[]", "sevt_result");
        Session.AddToHistory(result);
        await Session.SendToStreamsAsync("event: user.custom_tool_result\ndata: {\"type\":\"user.custom_tool_result\",\"id\":\"sevt_result\",\"content\":[{\"ty\n\n");
        await Session.EmitAsync(id: "sevt_b");

        (await NextAsync(events)).ShouldBeOfType<UserCustomToolResultEvent>().Id.ShouldBe("sevt_result");
        (await NextAsync(events)).Id.ShouldBe("sevt_b");
        Notices.OfType<SessionFollowHistoryDelayed>().ShouldBeEmpty("the copy in the history has the same id");
    }

    [Fact]
    public async Task An_unreadable_event_has_the_fields_that_can_be_found()
    {
        Session.AddToHistory($"{{\"type\":\"agent.message\",\"session_thread_id\":\"sthr_2\",\"processed_at\":\"2026-11-21T09:00:07Z\",\"id\":\"sevt_x\",\"content\":{new string('[', 300)}{new string(']', 300)}}}");

        var unreadable = (await NextAsync(Read(Follow()))).ShouldBeOfType<UnreadableSessionEvent>();

        unreadable.Type.ShouldBe("agent.message");
        unreadable.Id.ShouldBe("sevt_x");
        unreadable.SessionThreadId.ShouldBe("sthr_2");
        unreadable.ProcessedAt.ShouldBe(new DateTimeOffset(2026, 11, 21, 9, 0, 7, TimeSpan.Zero));
        unreadable.ToString().ShouldStartWith("agent.message: unreadable: {");
        JsonSerializer.Serialize<SessionEvent>(unreadable, ManagedAgentsJson.Options).ShouldStartWith("{\"type\":\"\"", customMessage: "it must not be read as the event that it is not");
    }

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\uDE00")]
    [InlineData("\\ud83d\\u0041")]
    [InlineData("\u00f0\u009f")]
    public async Task Text_with_half_a_character_keeps_the_rest(string half)
    {
        var events = Read(Follow());
        await Session.EmitAsync(id: "sevt_a");
        await NextAsync(events);
        var json = $"{{\"type\":\"agent.message\",\"id\":\"sevt_b\",\"processed_at\":\"2026-11-21T09:00:09Z\",\"content\":[{{\"type\":\"text\",\"text\":\"All \\ud83d\\ude00 of it {half}\"}}]}}";
        var bytes = Encoding.Latin1.GetBytes($"{{\"data\":[{json}],\"next_page\":null}}");
        Session.Override = context => context.Request.Path.Value!.EndsWith("/events", StringComparison.Ordinal) ? Responses.Body("application/json", bytes) : null;

        (await NextAsync(events)).ShouldBeOfType<AgentMessageEvent>().Text.ShouldStartWith("All \U0001F600 of it \ufffd");
    }

    private async Task<List<SessionEvent>> UntilAsync(IAsyncEnumerator<SessionEvent> events, string id)
    {
        var received = new List<SessionEvent>();
        do
        {
            received.Add(await NextAsync(events));
        }
        while (received[^1].Id != id);

        return received;
    }
}
