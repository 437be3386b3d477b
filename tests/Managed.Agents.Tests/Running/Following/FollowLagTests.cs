using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>A history that is behind the stream.</summary>
public sealed class FollowLagTests : FollowTest
{
    [Fact]
    public async Task What_happened_between_two_connections_is_waited_for_while_the_history_lags()
    {
        var events = Read(Follow());
        await Session.EmitAsync();
        await NextAsync(events);

        Session.EndStreams();
        var hidden = Session.Make();
        var next = BeginNext(events);
        await PassAsync(Session.StreamsOpenedAsync(2));
        var live = Session.Make();
        await Session.ShowAsync(live);
        var lists = Session.Lists.Count;
        await PassAsync(Session.ListsAnsweredAsync(lists + 2));
        next.IsCompleted.ShouldBeFalse("what the stream shows may not overtake what the history has yet to show");
        Session.Store(hidden, live);

        (await PassAsync(next)).Id.ShouldBe("sevt_0002");
        (await NextAsync(events)).Id.ShouldBe("sevt_0003");
        await Session.EmitAsync();
        (await NextAsync(events)).Id.ShouldBe("sevt_0004");
        Notices[^1].ShouldBeOfType<SessionFollowCaughtUp>();
    }

    [Fact]
    public async Task What_the_history_shows_late_on_a_silent_stream_is_found_by_reading_again()
    {
        var events = Read(Follow());
        await Session.EmitAsync();
        await NextAsync(events);
        var lists = Session.Lists.Count;
        Session.EndStreams();
        var next = BeginNext(events);
        await PassAsync(Session.StreamsOpenedAsync(2));
        await Session.ListsAnsweredAsync(lists + 1);
        Session.Store(Session.Make());

        (await PassAsync(next)).Id.ShouldBe("sevt_0002");
        Session.Lists.Count.ShouldBeGreaterThan(lists + 1, "the reading after the connection was made could not show it yet");
    }

    [Fact]
    public async Task An_event_that_no_history_ever_shows_is_given_and_the_lag_is_told()
    {
        var events = Read(Follow());
        var next = BeginNext(events);
        await Session.StreamsOpenedAsync(1);
        await Session.EmitAsync(stored: false);

        (await PassAsync(next)).Id.ShouldBe("sevt_0001");
        Notices.OfType<SessionFollowHistoryDelayed>().ShouldHaveSingleItem().EventId.ShouldBe("sevt_0001");
    }

    [Fact]
    public async Task A_connection_that_has_settled_reads_no_history_any_more()
    {
        var events = Read(Follow());
        var next = BeginNext(events);
        await Session.StreamsOpenedAsync(1);
        await Session.EmitAsync();
        await PassAsync(next);
        while (Notices is not [.., SessionFollowCaughtUp])
        {
            await Session.EmitAsync();
            await NextAsync(events);
        }

        var lists = Session.Lists.Count;
        for (var i = 0; i < 10; i++)
        {
            var live = await Session.EmitAsync(stored: false);
            (await NextAsync(events)).Id.ShouldBe(live);
        }

        Session.Lists.Count.ShouldBe(lists);
    }
}
