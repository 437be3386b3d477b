using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>Following a session: its history, then live events, until it ends.</summary>
public sealed class FollowTests : FollowTestBase
{
    [Fact]
    public async Task The_history_is_followed_by_live_events_until_the_session_ends()
    {
        await Session.EmitAsync();
        await Session.EmitAsync();
        var events = Read(Follow());

        (await NextIdsAsync(events, 2)).ShouldBe(["sevt_0001", "sevt_0002"]);
        var next = RequestNextAsync(events);
        await Session.WaitForStreamsAsync(1);
        await Session.EmitAsync();
        (await AdvanceUntilAsync(next)).Id.ShouldBe("sevt_0003");
        await Session.EmitAsync("session.status_terminated", fields: "");

        (await NextAsync(events)).ShouldBeOfType<SessionStatusTerminatedEvent>();
        (await events.MoveNextAsync().Guarded()).ShouldBeFalse();
        (await events.MoveNextAsync().Guarded()).ShouldBeFalse("an ended feed stays ended");
    }

    [Fact]
    public async Task An_idle_session_does_not_end_the_feed()
    {
        var events = Read(Follow());
        var first = RequestNextAsync(events);
        await Session.WaitForStreamsAsync(1);
        await Session.EmitAsync("session.status_idle", fields: "\"stop_reason\":{\"type\":\"end_turn\"}");
        (await AdvanceUntilAsync(first)).ShouldBeOfType<SessionStatusIdleEvent>();

        var second = RequestNextAsync(events);
        Session.EndStreams(abort: false);
        await AdvanceUntilAsync(Session.WaitForStreamsAsync(2));
        await Session.EmitAsync();

        (await AdvanceUntilAsync(second)).Id.ShouldBe("sevt_0002");
        Notices.OfType<SessionFollowDisconnected>().ShouldHaveSingleItem().Reason.ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_session_ends_the_feed_even_if_the_history_does_not_show_it()
    {
        var events = Read(Follow());
        var next = RequestNextAsync(events);
        await Session.WaitForStreamsAsync(1);
        await Session.EmitAsync("session.deleted", stored: false, fields: "");

        (await AdvanceUntilAsync(next)).ShouldBeOfType<SessionDeletedEvent>();
        (await events.MoveNextAsync().Guarded()).ShouldBeFalse();
    }

    [Fact]
    public async Task Events_between_two_connections_are_read_from_the_history()
    {
        var events = Read(Follow());
        await Session.EmitAsync();
        (await NextAsync(events)).Id.ShouldBe("sevt_0001");

        Session.EndStreams();
        await Session.EmitAsync();
        await Session.EmitAsync();
        (await NextIdsAsync(events, 2)).ShouldBe(["sevt_0002", "sevt_0003"]);
        var next = RequestNextAsync(events);
        await AdvanceUntilAsync(Session.WaitForStreamsAsync(2));
        await Session.EmitAsync();

        (await AdvanceUntilAsync(next)).Id.ShouldBe("sevt_0004");
        Notices.OfType<SessionFollowConnected>().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_partial_frame_is_not_lost()
    {
        var events = Read(Follow());
        var next = RequestNextAsync(events);
        await Session.WaitForStreamsAsync(1);
        await Session.SendToStreamsAsync("event: agent.message\ndata: {\"type\":\"agent.message\",\"id\":\"sevt_00");
        Session.AddToHistory(Session.CreateEvent());
        Session.EndStreams();

        (await AdvanceUntilAsync(next)).Id.ShouldBe("sevt_0001");
    }

    [Fact]
    public async Task An_event_in_the_history_and_the_stream_is_returned_once()
    {
        await Session.EmitAsync();
        var events = Read(Follow());
        (await NextIdsAsync(events, 1)).ShouldBe(["sevt_0001"]);
        var again = Session.CreateEvent(id: "sevt_0001");
        await Session.WaitForStreamsAsync(1);
        await Session.SendToStreamsAsync(again);
        await Session.EmitAsync(id: "sevt_next");

        (await NextAsync(events)).Id.ShouldBe("sevt_next");
    }

    [Fact]
    public async Task An_input_is_returned_when_it_is_queued_and_when_it_is_processed()
    {
        var waiting = Session.CreateEvent("user.message", "\"content\":[],\"processed_at\":null", "sevt_in");
        var processed = Session.CreateEvent("user.message", "\"content\":[]", "sevt_in");
        var events = Read(Follow());
        Session.AddToHistory(waiting);
        var first = await NextAsync(events);
        await Session.WaitForStreamsAsync(1);
        await Session.SendToStreamsAsync(waiting);
        await Session.SendToStreamsAsync(processed);
        Session.AddToHistory(processed);
        var second = await NextAsync(events);
        await Session.SendToStreamsAsync(processed);
        await Session.SendToStreamsAsync(waiting);
        await Session.EmitAsync(id: "sevt_next");

        (first.Id, first.ProcessedAt).ShouldBe(("sevt_in", null));
        second.Id.ShouldBe("sevt_in");
        second.ProcessedAt.ShouldNotBeNull();
        (await NextAsync(events)).Id.ShouldBe("sevt_next");
    }

    [Theory]
    [InlineData("user.custom_tool_result", "custom_tool_use_id")]
    [InlineData("user.tool_result", "tool_use_id")]
    [InlineData("user.tool_confirmation", "tool_use_id")]
    public async Task A_copy_of_a_tool_result_with_another_id_is_ignored(string type, string field)
    {
        await Session.EmitAsync(type, fields: $"\"{field}\":\"sevt_call\"", id: "sevt_a");
        await Session.EmitAsync(type, fields: $"\"{field}\":\"sevt_call\",\"session_thread_id\":\"sthr_2\"", id: "sevt_b");
        await Session.EmitAsync(type, fields: $"\"{field}\":\"sevt_other\"", id: "sevt_c");
        var events = Read(Follow());

        (await NextIdsAsync(events, 2)).ShouldBe(["sevt_a", "sevt_c"]);
    }

    [Fact]
    public async Task Events_without_an_id_are_distinguished_by_their_content()
    {
        var events = Read(Follow());
        var interrupt = Session.CreateEvent("user.interrupt", "\"note\":1", id: "");
        var next = RequestNextAsync(events);
        await Session.WaitForStreamsAsync(1);
        await Session.SendToStreamsAsync(interrupt);
        (await AdvanceUntilAsync(next)).ShouldBeOfType<UserInterruptEvent>();

        Session.AddToHistory(interrupt, Session.CreateEvent("user.interrupt", "\"note\":2", id: ""));
        Session.EndStreams();
        await Session.EmitAsync(id: "sevt_next");

        (await NextAsync(events)).AdditionalFields["note"].GetInt32().ShouldBe(2);
        (await NextAsync(events)).Id.ShouldBe("sevt_next");
    }

    [Fact]
    public async Task Unreadable_and_unknown_events_are_returned()
    {
        var events = Read(Follow());
        var next = RequestNextAsync(events);
        await Session.WaitForStreamsAsync(1);
        await Session.SendToStreamsAsync("event: agent.message\ndata: {broken\n\n");
        (await AdvanceUntilAsync(next)).ShouldBeOfType<UnreadableSessionEvent>().Data.ShouldBe("{broken");
        Session.AddToHistory(Session.CreateEvent());
        (await NextAsync(events)).Id.ShouldBe("sevt_0001", "an event that is unreadable on the stream is read from the history");
        await Session.EmitAsync("agent.sang", fields: "\"song\":\"la\"");

        (await NextAsync(events)).ShouldBeOfType<UnknownSessionEvent>().Type.ShouldBe("agent.sang");
    }

    [Fact]
    public async Task Empty_pages_with_a_cursor_are_skipped()
    {
        Session.AddToHistory(Session.CreateEvent());
        var pages = 0;
        Session.Override = context =>
            context.Request.Path.Value!.EndsWith("/events", StringComparison.Ordinal) && pages++ == 0
                ? Responses.Json("""{"data":[],"next_page":"0"}""")
                : null;

        (await NextAsync(Read(Follow()))).Id.ShouldBe("sevt_0001");
    }

    [Fact]
    public async Task Previews_are_returned_and_do_not_change_the_position()
    {
        var feed = Follow();
        var events = Read(feed);
        var next = RequestNextAsync(events);
        await Session.WaitForStreamsAsync(1);
        await Session.SendToStreamsAsync("event: event_start\ndata: {\"type\":\"event_start\",\"event\":{\"type\":\"agent.message\",\"id\":\"sevt_0001\"}}\n\n");
        (await AdvanceUntilAsync(next)).ShouldBeOfType<EventStartEvent>();
        await Session.EmitAsync();

        (await NextAsync(events)).Id.ShouldBe("sevt_0001");
        feed.Position.ShouldBe(Follow().Position, "no stored event was handled yet");
    }

    [Fact]
    public async Task Cancellation_throws_with_the_token_of_the_caller()
    {
        using var source = new CancellationTokenSource();
        var events = Read(Follow(cancellationToken: source.Token));
        var next = events.MoveNextAsync();
        await Session.WaitForStreamsAsync(1);
        await source.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => next.Guarded())).CancellationToken.ShouldBe(source.Token);
    }

    [Fact]
    public async Task Leaving_the_loop_closes_the_connection()
    {
        var left = new TaskCompletionSource();
        Session.Override = context =>
        {
            context.RequestAborted.Register(() => left.TrySetResult());
            return null;
        };
        await Session.EmitAsync();
        await foreach (var received in Follow())
        {
            break;
        }

        await left.Task.Guarded();
    }

    [Fact]
    public async Task A_feed_can_be_enumerated_only_once()
    {
        var feed = Follow();
        Read(feed);

        (await Should.ThrowAsync<InvalidOperationException>(async () => await feed.GetAsyncEnumerator().MoveNextAsync())).Message.ShouldContain("Position");
    }
}
