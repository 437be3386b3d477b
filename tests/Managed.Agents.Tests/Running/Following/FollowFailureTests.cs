using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>Failures while following: which are retried, and which are thrown.</summary>
public sealed class FollowFailureTests : FollowTestBase
{
    [Theory]
    [InlineData("/stream")]
    [InlineData("/events")]
    public async Task Transient_failures_are_retried_and_reported(string path)
    {
        await Session.EmitAsync();
        var responses = new Queue<ResponseWriter>([Responses.Error(500), Responses.Error(429, "rate_limit_error", ("retry-after", "3")), Responses.Abort(), Responses.Html("<p>busy", 502)]);
        Session.Override = context => context.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal) && responses.TryDequeue(out var response) ? response : null;

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
    public async Task A_permanent_error_is_thrown(int status, string type)
    {
        Session.Override = _ => Responses.Error(status, type);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => AdvanceUntilAsync(Read(Follow()).MoveNextAsync().AsTask()));

        error.StatusCode.ShouldBe((HttpStatusCode)status);
        Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_terminated_session_that_rejects_a_stream_still_returns_its_history()
    {
        Session.AddToHistory(Session.CreateEvent(), Session.CreateEvent("session.status_terminated", ""));
        Session.Override = context => context.Request.Path.Value!.EndsWith("/stream", StringComparison.Ordinal) ? Responses.Error(400, "invalid_request_error") : null;
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
    public async Task An_error_frame_is_retried_or_thrown_depending_on_its_type(string type, bool isTransient)
    {
        var events = Read(Follow());
        var next = events.MoveNextAsync().AsTask();
        await Session.WaitForStreamsAsync(1);
        await Session.SendToStreamsAsync($"event: error\ndata: {{\"type\":\"error\",\"error\":{{\"type\":\"{type}\",\"message\":\"x\"}}}}\n\n");
        if (!isTransient)
        {
            (await Should.ThrowAsync<ManagedAgentsStreamErrorException>(() => AdvanceUntilAsync(next))).ErrorType.Value.ShouldBe(type);
            return;
        }

        await AdvanceUntilAsync(Session.WaitForStreamsAsync(2));
        await Session.EmitAsync();

        (await AdvanceUntilAsync(next)).ShouldBeTrue();
        Notices.OfType<SessionFollowDisconnected>().ShouldHaveSingleItem().Reason.ShouldBeOfType<ManagedAgentsStreamErrorException>();
    }

    [Fact]
    public async Task The_last_failure_is_thrown_after_too_long_without_a_healthy_connection()
    {
        Session.Override = _ => Responses.Error(503);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => AdvanceUntilAsync(Read(Follow(giveUpAfter: TimeSpan.FromMinutes(1))).MoveNextAsync().AsTask()));

        Notices.Count.ShouldBeGreaterThan(5);
        Notices.OfType<SessionFollowDisconnected>().Max(static notice => notice.Delay).ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Short_connections_that_deliver_events_do_not_end_the_feed()
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
    public async Task A_zero_retry_time_throws_the_first_failure()
    {
        Session.Override = _ => Responses.Error(503);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => Read(Follow(giveUpAfter: TimeSpan.Zero)).MoveNextAsync().Guarded());

        Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_idle_connection_is_replaced()
    {
        using var client = Clients.To(Session.Address, static options => options.StreamIdleTimeout = TimeSpan.FromMinutes(10), Clock);
        var events = Read(client.Sessions.Events.FollowAsync(ControlledSession.Id, new SessionFollowOptions { OnNotice = Notices.Add }));
        var next = RequestNextAsync(events);
        await AdvanceUntilAsync(Session.WaitForStreamsAsync(2));
        await Session.EmitAsync();

        (await AdvanceUntilAsync(next)).Id.ShouldBe("sevt_0001");
        Notices.OfType<SessionFollowDisconnected>().First().Reason.ShouldBeOfType<ManagedAgentsTimeoutException>().Kind.ShouldBe(TimeoutKind.StreamIdle);
    }

    [Fact]
    public async Task An_exception_of_the_notice_callback_ends_the_enumeration()
    {
        var feed = Client.Sessions.Events.FollowAsync(ControlledSession.Id, new SessionFollowOptions { OnNotice = static _ => throw new InvalidTimeZoneException() });

        await Should.ThrowAsync<InvalidTimeZoneException>(() => Read(feed).MoveNextAsync().Guarded());
    }
}
