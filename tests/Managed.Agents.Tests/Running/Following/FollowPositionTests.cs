using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>Positions: when they advance, what they return again, and how they are stored.</summary>
public sealed class FollowPositionTests : FollowTestBase
{
    [Fact]
    public async Task A_position_advances_when_the_next_event_is_requested()
    {
        await Session.EmitAsync();
        await Session.EmitAsync();
        await Session.EmitAsync();
        var feed = Follow();
        var events = Read(feed);
        await NextAsync(events);
        var before = feed.Position;
        await NextAsync(events);
        var after = feed.Position;

        (await NextIdsAsync(Read(Follow(before)), 3)).ShouldBe(["sevt_0001", "sevt_0002", "sevt_0003"], "the first event was returned but not handled yet");
        (await NextIdsAsync(Read(Follow(after)), 2)).ShouldBe(["sevt_0002", "sevt_0003"]);
    }

    [Fact]
    public async Task A_long_history_is_read_from_near_the_position()
    {
        for (var i = 0; i < 600; i++)
        {
            Session.AddToHistory(Session.CreateEvent());
        }

        var feed = Follow();
        var events = Read(feed);
        (await NextIdsAsync(events, 500)).Count.ShouldBe(500);
        var lists = Session.ListQueries.Count;

        var rest = await NextIdsAsync(Read(Follow(SessionPosition.Parse(feed.Position.ToString()))), 101);

        rest.ShouldBe(Enumerable.Range(500, 101).Select(static number => $"sevt_{number:D4}"));
        Session.ListQueries[lists].ShouldContain("created_at%5Bgte%5D=2026-11-21T09%3A07%3A48Z", customMessage: "the time of the 32nd event before the position");
    }

    [Fact]
    public async Task Events_with_the_same_timestamp_are_neither_lost_nor_duplicated()
    {
        const string moment = "\"processed_at\":\"2026-11-21T10:00:00Z\"";
        for (var i = 0; i < 300; i++)
        {
            Session.AddToHistory(Session.CreateEvent(fields: moment));
        }

        var feed = Follow();
        (await NextIdsAsync(Read(feed), 200)).Count.ShouldBe(200);

        (await NextIdsAsync(Read(Follow(feed.Position)), 101)).ShouldBe(Enumerable.Range(200, 101).Select(static number => $"sevt_{number:D4}"));
    }

    [Fact]
    public async Task An_event_that_was_queued_at_the_position_is_returned_when_it_is_processed()
    {
        Session.AddToHistory(Session.CreateEvent("user.message", "\"content\":[],\"processed_at\":null", "sevt_in"));
        var feed = Follow();
        var events = Read(feed);
        (await NextAsync(events)).ProcessedAt.ShouldBeNull();
        Session.AddToHistory(Session.CreateEvent(id: "sevt_a"));
        Session.EndStreams();
        (await NextAsync(events)).Id.ShouldBe("sevt_a");
        var position = feed.Position;
        Session.AddToHistory(Session.CreateEvent("user.message", "\"content\":[]", "sevt_in"));

        (await NextIdsAsync(Read(Follow(position)), 2)).ShouldBe(["sevt_a", "sevt_in"]);
    }

    [Fact]
    public async Task The_current_position_returns_later_events()
    {
        for (var i = 0; i < 100; i++)
        {
            Session.AddToHistory(Session.CreateEvent());
        }

        var now = await Client.Sessions.Events.GetPositionAsync(ControlledSession.Id);
        await Session.EmitAsync();

        (await NextAsync(Read(Follow(now)))).Id.ShouldBe("sevt_0101");
        Session.ListQueries[0].ShouldContain("order=desc");
    }

    [Fact]
    public async Task A_session_that_ended_before_the_position_ends_the_feed()
    {
        await Session.EmitAsync();
        await Session.EmitAsync("session.status_terminated", fields: "");
        var feed = Follow();
        await foreach (var received in feed)
        {
        }

        var again = Read(Follow(feed.Position));

        (await again.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_position_is_serialized_as_JSON_with_any_options_and_as_text()
    {
        for (var i = 0; i < 200; i++)
        {
            Session.AddToHistory(Session.CreateEvent());
        }

        var position = await Client.Sessions.Events.GetPositionAsync(ControlledSession.Id);

        JsonSerializer.Deserialize<SessionPosition>(JsonSerializer.Serialize(position)).ShouldBe(position);
        JsonSerializer.Deserialize<SessionPosition>(JsonSerializer.Serialize(position, ManagedAgentsJson.Options), ManagedAgentsJson.Options).ShouldBe(position);
        SessionPosition.Parse(position.ToString()).ShouldBe(position);
        position.ToString().Length.ShouldBeLessThan(3500);
        (position == SessionPosition.Parse(position.ToString())).ShouldBeTrue();
        (position != await Client.Sessions.Events.GetPositionAsync("sesn_2")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"version\":2,\"session_id\":\"sesn_1\",\"from\":0,\"recent\":[],\"queued\":[]}")]
    [InlineData("{\"version\":1,\"session_id\":\"\",\"from\":0,\"recent\":[],\"queued\":[]}")]
    [InlineData("{\"version\":1,\"session_id\":\"sesn_1\",\"from\":0,\"recent\":[[\"a\"]],\"queued\":[]}")]
    [InlineData("{\"version\":1,\"session_id\":\"sesn_1\",\"from\":9223372036854775807,\"recent\":[[\"a\",1]],\"queued\":[]}")]
    [InlineData("{\"version\":1,\"session_id\":\"sesn_1\",\"from\":0,\"recent\":[],\"queued\":[]} and more")]
    public void An_invalid_position_is_rejected(string text)
    {
        Should.Throw<FormatException>(() => SessionPosition.Parse(text)).Message.ShouldContain("position");
        SessionPosition.TryParse(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_position_of_another_session_is_rejected()
    {
        var position = Client.Sessions.Events.FollowAsync("sesn_other").Position;
        var ofThread = Client.Sessions.Threads.Events.FollowAsync(ControlledSession.Id, "sthr_1").Position;

        Should.Throw<ArgumentException>(() => Follow(position)).Message.ShouldContain("sesn_other");
        Should.Throw<ArgumentException>(() => Follow(ofThread)).Message.ShouldContain("sthr_1");
    }
}
