using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>Failures while following: which are overcome, and which are thrown.</summary>
public sealed class FollowFailureTests : FollowTest
{
    [Theory]
    [InlineData("/stream")]
    [InlineData("/events")]
    public async Task Failures_that_pass_are_waited_out_and_told(string path)
    {
        await Session.EmitAsync();
        var answers = new Queue<Answer>([Answers.Error(500), Answers.Error(429, "rate_limit_error", ("retry-after", "3")), Answers.Abort(), Answers.Html("<p>busy", 502)]);
        Session.Instead = context => context.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal) && answers.TryDequeue(out var answer) ? answer : null;

        (await NextAsync(Read(Follow()))).Id.ShouldBe("sevt_0001");

        var lost = Notices.OfType<SessionFollowDisconnected>().ToList();
        lost.Select(static notice => notice.Attempt).ShouldBe([1, 2, 3, 4]);
        var delays = lost.ConvertAll(static notice => notice.Delay.TotalSeconds);
        delays[0].ShouldBeInRange(0.25, 0.5);
        delays[1].ShouldBe(3, "the service asks for it");
        delays[2].ShouldBeInRange(1, 2);
        delays[3].ShouldBeInRange(2, 4);
    }

    [Theory]
    [InlineData(401, "authentication_error")]
    [InlineData(403, "permission_error")]
    [InlineData(404, "not_found_error")]
    [InlineData(400, "invalid_request_error")]
    public async Task A_refusal_that_no_repetition_cures_is_thrown(int status, string type)
    {
        Session.Instead = _ => Answers.Error(status, type);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => PassAsync(Read(Follow()).MoveNextAsync().AsTask()));

        error.StatusCode.ShouldBe((HttpStatusCode)status);
        Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_that_is_over_and_refuses_a_stream_still_tells_its_history()
    {
        Session.Store(Session.Make(), Session.Make("session.status_terminated", ""));
        Session.Instead = context => context.Request.Path.Value!.EndsWith("/stream", StringComparison.Ordinal) ? Answers.Error(400, "invalid_request_error") : null;
        var events = Read(Follow());

        (await NextIdsAsync(events, 2)).ShouldBe(["sevt_0001", "sevt_0002"]);
        (await events.MoveNextAsync().Guarded()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("overloaded_error", true)]
    [InlineData("api_error", true)]
    [InlineData("some_new_error", true)]
    [InlineData("authentication_error", false)]
    [InlineData("invalid_request_error", false)]
    public async Task An_error_inside_the_stream_is_judged_by_its_type(string type, bool passes)
    {
        var events = Read(Follow());
        var next = events.MoveNextAsync().AsTask();
        await Session.StreamsOpenedAsync(1);
        await Session.ShowAsync($"event: error\ndata: {{\"type\":\"error\",\"error\":{{\"type\":\"{type}\",\"message\":\"x\"}}}}\n\n");
        if (!passes)
        {
            (await Should.ThrowAsync<ManagedAgentsStreamErrorException>(() => PassAsync(next))).ErrorType.Value.ShouldBe(type);
            return;
        }

        await PassAsync(Session.StreamsOpenedAsync(2));
        await Session.EmitAsync();

        (await PassAsync(next)).ShouldBeTrue();
        Notices.OfType<SessionFollowDisconnected>().ShouldHaveSingleItem().Reason.ShouldBeOfType<ManagedAgentsStreamErrorException>();
    }

    [Fact]
    public async Task After_a_time_without_a_healthy_connection_the_last_failure_is_thrown()
    {
        Session.Instead = _ => Answers.Error(503);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => PassAsync(Read(Follow(giveUpAfter: TimeSpan.FromMinutes(1))).MoveNextAsync().AsTask()));

        Notices.Count.ShouldBeGreaterThan(5);
        Notices.OfType<SessionFollowDisconnected>().Max(static notice => notice.Delay).ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Connections_that_break_soon_and_bring_events_are_no_reason_to_give_up()
    {
        var events = Read(Follow(giveUpAfter: TimeSpan.FromMinutes(1)));
        for (var i = 0; i < 40; i++)
        {
            var emitted = await Session.EmitAsync();
            (await NextAsync(events)).Id.ShouldBe(emitted);
            Session.EndStreams();
        }

        Notices.OfType<SessionFollowDisconnected>().Sum(static notice => notice.Delay.TotalSeconds).ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task Zero_patience_throws_the_first_failure()
    {
        Session.Instead = _ => Answers.Error(503);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => Read(Follow(giveUpAfter: TimeSpan.Zero)).MoveNextAsync().Guarded());

        Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_silent_connection_counts_as_dead()
    {
        using var client = Clients.To(Session.Address, static options => options.StreamIdleTimeout = TimeSpan.FromMinutes(10), Clock);
        var events = Read(client.Sessions.Events.FollowAsync(StubSession.Id, new SessionFollowOptions { OnNotice = Notices.Add }));
        var next = BeginNext(events);
        await PassAsync(Session.StreamsOpenedAsync(2));
        await Session.EmitAsync();

        (await PassAsync(next)).Id.ShouldBe("sevt_0001");
        Notices.OfType<SessionFollowDisconnected>().First().Reason.ShouldBeOfType<ManagedAgentsTimeoutException>().Kind.ShouldBe(TimeoutKind.StreamIdle);
    }

    [Fact]
    public async Task What_a_listener_throws_ends_the_enumeration()
    {
        var feed = Client.Sessions.Events.FollowAsync(StubSession.Id, new SessionFollowOptions { OnNotice = static _ => throw new InvalidTimeZoneException() });

        await Should.ThrowAsync<InvalidTimeZoneException>(() => Read(feed).MoveNextAsync().Guarded());
    }
}
