using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>Following a session: its history, then live, to its end.</summary>
public sealed class FollowTests : FollowTest
{
    [Fact]
    public async Task The_history_comes_first_then_what_happens_until_the_session_ends()
    {
        await Session.EmitAsync();
        await Session.EmitAsync();
        var events = Read(Follow());

        (await NextIdsAsync(events, 2)).ShouldBe(["sevt_0001", "sevt_0002"]);
        var next = BeginNext(events);
        await Session.StreamsOpenedAsync(1);
        await Session.EmitAsync();
        (await PassAsync(next)).Id.ShouldBe("sevt_0003");
        await Session.EmitAsync("session.status_terminated", fields: "");

        (await NextAsync(events)).ShouldBeOfType<SessionStatusTerminatedEvent>();
        (await events.MoveNextAsync().Guarded()).ShouldBeFalse();
        (await events.MoveNextAsync().Guarded()).ShouldBeFalse("an ended feed stays ended");
    }

    [Fact]
    public async Task Idle_is_no_end()
    {
        var events = Read(Follow());
        var first = BeginNext(events);
        await Session.StreamsOpenedAsync(1);
        await Session.EmitAsync("session.status_idle", fields: "\"stop_reason\":{\"type\":\"end_turn\"}");
        (await PassAsync(first)).ShouldBeOfType<SessionStatusIdleEvent>();

        var second = BeginNext(events);
        Session.EndStreams(abort: false);
        await PassAsync(Session.StreamsOpenedAsync(2));
        await Session.EmitAsync();

        (await PassAsync(second)).Id.ShouldBe("sevt_0002");
        Notices.OfType<SessionFollowDisconnected>().ShouldHaveSingleItem().Reason.ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_session_ends_the_feed_though_no_history_shows_it()
    {
        var events = Read(Follow());
        var next = BeginNext(events);
        await Session.StreamsOpenedAsync(1);
        await Session.EmitAsync("session.deleted", stored: false, fields: "");

        (await PassAsync(next)).ShouldBeOfType<SessionDeletedEvent>();
        (await events.MoveNextAsync().Guarded()).ShouldBeFalse();
    }

    [Fact]
    public async Task What_happens_between_two_connections_is_found_in_the_history()
    {
        var events = Read(Follow());
        await Session.EmitAsync();
        (await NextAsync(events)).Id.ShouldBe("sevt_0001");

        Session.EndStreams();
        await Session.EmitAsync();
        await Session.EmitAsync();
        (await NextIdsAsync(events, 2)).ShouldBe(["sevt_0002", "sevt_0003"]);
        var next = BeginNext(events);
        await PassAsync(Session.StreamsOpenedAsync(2));
        await Session.EmitAsync();

        (await PassAsync(next)).Id.ShouldBe("sevt_0004");
        Notices.OfType<SessionFollowConnected>().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_frame_cut_in_the_middle_is_not_lost()
    {
        var events = Read(Follow());
        var next = BeginNext(events);
        await Session.StreamsOpenedAsync(1);
        await Session.ShowAsync("event: agent.message\ndata: {\"type\":\"agent.message\",\"id\":\"sevt_00");
        Session.Store(Session.Make());
        Session.EndStreams();

        (await PassAsync(next)).Id.ShouldBe("sevt_0001");
    }

    [Fact]
    public async Task An_event_on_both_sides_comes_once()
    {
        await Session.EmitAsync();
        var events = Read(Follow());
        (await NextIdsAsync(events, 1)).ShouldBe(["sevt_0001"]);
        var again = Session.Make(id: "sevt_0001");
        await Session.StreamsOpenedAsync(1);
        await Session.ShowAsync(again);
        await Session.EmitAsync(id: "sevt_next");

        (await NextAsync(events)).Id.ShouldBe("sevt_next");
    }

    [Fact]
    public async Task An_input_comes_when_it_waits_and_once_more_when_it_is_processed()
    {
        var waiting = Session.Make("user.message", "\"content\":[],\"processed_at\":null", "sevt_in");
        var processed = Session.Make("user.message", "\"content\":[]", "sevt_in");
        var events = Read(Follow());
        Session.Store(waiting);
        var first = await NextAsync(events);
        await Session.StreamsOpenedAsync(1);
        await Session.ShowAsync(waiting);
        await Session.ShowAsync(processed);
        Session.Store(processed);
        var second = await NextAsync(events);
        await Session.ShowAsync(processed);
        await Session.ShowAsync(waiting);
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
    public async Task The_copy_of_an_answer_under_another_id_is_no_second_answer(string type, string field)
    {
        await Session.EmitAsync(type, fields: $"\"{field}\":\"sevt_call\"", id: "sevt_a");
        await Session.EmitAsync(type, fields: $"\"{field}\":\"sevt_call\",\"session_thread_id\":\"sthr_2\"", id: "sevt_b");
        await Session.EmitAsync(type, fields: $"\"{field}\":\"sevt_other\"", id: "sevt_c");
        var events = Read(Follow());

        (await NextIdsAsync(events, 2)).ShouldBe(["sevt_a", "sevt_c"]);
    }

    [Fact]
    public async Task Events_without_an_id_are_told_apart_by_their_content()
    {
        var events = Read(Follow());
        var interrupt = Session.Make("user.interrupt", "\"note\":1", id: "");
        var next = BeginNext(events);
        await Session.StreamsOpenedAsync(1);
        await Session.ShowAsync(interrupt);
        (await PassAsync(next)).ShouldBeOfType<UserInterruptEvent>();

        Session.Store(interrupt, Session.Make("user.interrupt", "\"note\":2", id: ""));
        Session.EndStreams();
        await Session.EmitAsync(id: "sevt_next");

        (await NextAsync(events)).AdditionalFields["note"].GetInt32().ShouldBe(2);
        (await NextAsync(events)).Id.ShouldBe("sevt_next");
    }

    [Fact]
    public async Task What_cannot_be_read_and_what_is_unknown_are_given_too()
    {
        var events = Read(Follow());
        var next = BeginNext(events);
        await Session.StreamsOpenedAsync(1);
        await Session.ShowAsync("event: agent.message\ndata: {broken\n\n");
        (await PassAsync(next)).ShouldBeOfType<UnreadableSessionEvent>().Data.ShouldBe("{broken");
        Session.Store(Session.Make());
        (await NextAsync(events)).Id.ShouldBe("sevt_0001", "what could not be read on the stream is read from the history");
        await Session.EmitAsync("agent.sang", fields: "\"song\":\"la\"");

        (await NextAsync(events)).ShouldBeOfType<UnknownSessionEvent>().Type.ShouldBe("agent.sang");
    }

    [Fact]
    public async Task Empty_pages_with_a_cursor_are_passed_over()
    {
        Session.Store(Session.Make());
        var pages = 0;
        Session.Instead = context =>
            context.Request.Path.Value!.EndsWith("/events", StringComparison.Ordinal) && pages++ == 0
                ? Answers.Json("""{"data":[],"next_page":"0"}""")
                : null;

        (await NextAsync(Read(Follow()))).Id.ShouldBe("sevt_0001");
    }

    [Fact]
    public async Task Previews_are_passed_on_and_belong_to_no_position()
    {
        var feed = Follow();
        var events = Read(feed);
        var next = BeginNext(events);
        await Session.StreamsOpenedAsync(1);
        await Session.ShowAsync("event: event_start\ndata: {\"type\":\"event_start\",\"event\":{\"type\":\"agent.message\",\"id\":\"sevt_0001\"}}\n\n");
        (await PassAsync(next)).ShouldBeOfType<EventStartEvent>();
        await Session.EmitAsync();

        (await NextAsync(events)).Id.ShouldBe("sevt_0001");
        feed.Position.ShouldBe(Follow().Position, "nothing was handled yet that is stored");
    }

    [Fact]
    public async Task Cancelling_ends_it_with_the_token_of_the_caller()
    {
        using var source = new CancellationTokenSource();
        var events = Read(Follow(cancellationToken: source.Token));
        var next = events.MoveNextAsync();
        await Session.StreamsOpenedAsync(1);
        await source.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => next.Guarded())).CancellationToken.ShouldBe(source.Token);
    }

    [Fact]
    public async Task Leaving_the_loop_closes_the_connection()
    {
        var left = new TaskCompletionSource();
        Session.Instead = context =>
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
    public async Task A_feed_is_enumerated_once()
    {
        var feed = Follow();
        Read(feed);

        (await Should.ThrowAsync<InvalidOperationException>(async () => await feed.GetAsyncEnumerator().MoveNextAsync())).Message.ShouldContain("Position");
    }
}
