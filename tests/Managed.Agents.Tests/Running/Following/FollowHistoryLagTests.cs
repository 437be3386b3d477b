using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>A history that lags behind the stream.</summary>
public sealed class FollowHistoryLagTests : FollowTestBase
{
    [Fact]
    public async Task Events_between_two_connections_are_awaited_while_the_history_lags()
    {
        var events = Read(Follow());
        await Session.EmitAsync();
        await NextAsync(events);

        Session.EndStreams();
        var hidden = Session.CreateEvent();
        var next = RequestNextAsync(events);
        await AdvanceUntilAsync(Session.WaitForStreamsAsync(2));
        var live = Session.CreateEvent();
        await Session.SendToStreamsAsync(live);
        var lists = Session.ListQueries.Count;
        await AdvanceUntilAsync(Session.WaitForListsAsync(lists + 2));
        next.IsCompleted.ShouldBeFalse("streamed events must not precede events that the history does not show yet");
        Session.AddToHistory(hidden, live);

        (await AdvanceUntilAsync(next)).Id.ShouldBe("sevt_0002");
        (await NextAsync(events)).Id.ShouldBe("sevt_0003");
        await Session.EmitAsync();
        (await NextAsync(events)).Id.ShouldBe("sevt_0004");
        Notices[^1].ShouldBeOfType<SessionFollowCaughtUp>();
    }

    [Fact]
    public async Task Late_history_events_on_an_idle_stream_are_found_by_reading_again()
    {
        var events = Read(Follow());
        await Session.EmitAsync();
        await NextAsync(events);
        var lists = Session.ListQueries.Count;
        Session.EndStreams();
        var next = RequestNextAsync(events);
        await AdvanceUntilAsync(Session.WaitForStreamsAsync(2));
        await Session.WaitForListsAsync(lists + 1);
        Session.AddToHistory(Session.CreateEvent());

        (await AdvanceUntilAsync(next)).Id.ShouldBe("sevt_0002");
        Session.ListQueries.Count.ShouldBeGreaterThan(lists + 1, "the first read after connecting cannot show it yet");
    }

    [Fact]
    public async Task An_event_that_never_appears_in_the_history_is_returned_and_reported()
    {
        var events = Read(Follow());
        var next = RequestNextAsync(events);
        await Session.WaitForStreamsAsync(1);
        await Session.EmitAsync(stored: false);

        (await AdvanceUntilAsync(next)).Id.ShouldBe("sevt_0001");
        Notices.OfType<SessionFollowHistoryDelayed>().ShouldHaveSingleItem().EventId.ShouldBe("sevt_0001");
    }

    [Fact]
    public async Task A_caught_up_connection_no_longer_reads_the_history()
    {
        var events = Read(Follow());
        var next = RequestNextAsync(events);
        await Session.WaitForStreamsAsync(1);
        await Session.EmitAsync();
        await AdvanceUntilAsync(next);
        while (Notices is not [.., SessionFollowCaughtUp])
        {
            await Session.EmitAsync();
            await NextAsync(events);
        }

        var lists = Session.ListQueries.Count;
        for (var i = 0; i < 10; i++)
        {
            var live = await Session.EmitAsync(stored: false);
            (await NextAsync(events)).Id.ShouldBe(live);
        }

        Session.ListQueries.Count.ShouldBe(lists);
    }
}
