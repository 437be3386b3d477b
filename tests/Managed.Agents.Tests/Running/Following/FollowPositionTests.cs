using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>Positions: when they move, what they give again, how they are stored.</summary>
public sealed class FollowPositionTests : FollowTest
{
    [Fact]
    public async Task A_position_moves_when_the_next_event_is_asked_for()
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

        (await NextIdsAsync(Read(Follow(before)), 3)).ShouldBe(["sevt_0001", "sevt_0002", "sevt_0003"], "the first was given, but not yet handled");
        (await NextIdsAsync(Read(Follow(after)), 2)).ShouldBe(["sevt_0002", "sevt_0003"]);
    }

    [Fact]
    public async Task A_long_history_is_read_from_near_the_position_and_not_from_its_beginning()
    {
        for (var i = 0; i < 600; i++)
        {
            Session.Store(Session.Make());
        }

        var feed = Follow();
        var events = Read(feed);
        (await NextIdsAsync(events, 500)).Count.ShouldBe(500);
        var lists = Session.Lists.Count;

        var rest = await NextIdsAsync(Read(Follow(SessionPosition.Parse(feed.Position.ToString()))), 101);

        rest.ShouldBe(Enumerable.Range(500, 101).Select(static number => $"sevt_{number:D4}"));
        Session.Lists[lists].ShouldContain("created_at%5Bgte%5D=2026-11-21T09%3A07%3A48Z", customMessage: "the time of the 32nd event before the position");
    }

    [Fact]
    public async Task Events_of_one_moment_are_neither_lost_nor_doubled()
    {
        const string moment = "\"processed_at\":\"2026-11-21T10:00:00Z\"";
        for (var i = 0; i < 300; i++)
        {
            Session.Store(Session.Make(fields: moment));
        }

        var feed = Follow();
        (await NextIdsAsync(Read(feed), 200)).Count.ShouldBe(200);

        (await NextIdsAsync(Read(Follow(feed.Position)), 101)).ShouldBe(Enumerable.Range(200, 101).Select(static number => $"sevt_{number:D4}"));
    }

    [Fact]
    public async Task What_waited_in_the_queue_at_the_position_comes_when_it_is_processed()
    {
        Session.Store(Session.Make("user.message", "\"content\":[],\"processed_at\":null", "sevt_in"));
        var feed = Follow();
        var events = Read(feed);
        (await NextAsync(events)).ProcessedAt.ShouldBeNull();
        Session.Store(Session.Make(id: "sevt_a"));
        Session.EndStreams();
        (await NextAsync(events)).Id.ShouldBe("sevt_a");
        var position = feed.Position;
        Session.Store(Session.Make("user.message", "\"content\":[]", "sevt_in"));

        (await NextIdsAsync(Read(Follow(position)), 2)).ShouldBe(["sevt_a", "sevt_in"]);
    }

    [Fact]
    public async Task The_position_of_now_gives_what_comes_after()
    {
        for (var i = 0; i < 100; i++)
        {
            Session.Store(Session.Make());
        }

        var now = await Client.Sessions.Events.GetPositionAsync(StubSession.Id);
        await Session.EmitAsync();

        (await NextAsync(Read(Follow(now)))).Id.ShouldBe("sevt_0101");
        Session.Lists[0].ShouldContain("order=desc");
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
    public async Task A_position_is_stored_as_json_under_any_options_and_as_text()
    {
        for (var i = 0; i < 200; i++)
        {
            Session.Store(Session.Make());
        }

        var position = await Client.Sessions.Events.GetPositionAsync(StubSession.Id);

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
    public void What_is_no_position_is_refused(string text)
    {
        Should.Throw<FormatException>(() => SessionPosition.Parse(text)).Message.ShouldContain("position");
        SessionPosition.TryParse(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_position_of_another_session_is_refused()
    {
        var position = Client.Sessions.Events.FollowAsync("sesn_other").Position;
        var ofThread = Client.Sessions.Threads.Events.FollowAsync(StubSession.Id, "sthr_1").Position;

        Should.Throw<ArgumentException>(() => Follow(position)).Message.ShouldContain("sesn_other");
        Should.Throw<ArgumentException>(() => Follow(ofThread)).Message.ShouldContain("sthr_1");
    }
}
