using System.Web;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>A reading of the history that fails between two pages or within one.</summary>
public sealed class FollowInterruptedHistoryTests : FollowTestBase
{
    [Fact]
    public async Task Reading_continues_at_the_page_that_failed()
    {
        AddEvents(600);
        FailPage("250", Responses.Error(503));
        var events = Read(Client.Sessions.Threads.Events.FollowAsync(ControlledSession.Id, "sthr_1", new() { OnNotice = Notices.Add }));

        (await NextIdsAsync(events, 600)).ShouldBe(Enumerable.Range(1, 600).Select(static number => $"sevt_{number:D4}"));

        Notices.OfType<SessionFollowDisconnected>().Count().ShouldBe(1);
        Session.ListQueries.Select(static query => HttpUtility.ParseQueryString(query)["page"]).Take(3).ShouldBe([null, "250", "500"]);
    }

    [Fact]
    public async Task A_cursor_that_became_invalid_restarts_the_reading()
    {
        AddEvents(600);
        FailPage("250", Responses.Error(503), Responses.Error(400, "invalid_request_error"));
        var events = Read(Follow());

        (await NextIdsAsync(events, 600)).ShouldBe(Enumerable.Range(1, 600).Select(static number => $"sevt_{number:D4}"));
        Notices.OfType<SessionFollowDisconnected>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_cursor_that_is_invalid_in_an_uninterrupted_reading_is_an_error()
    {
        AddEvents(600);
        FailPage("250", Responses.Error(400, "invalid_request_error"));
        var events = Read(Follow());
        await NextIdsAsync(events, 250);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => NextAsync(events));
    }

    [Theory]
    [InlineData("{\"data\":[{\"type\":\"agent.message\",\"id\":\"sevt_0001\",\"content\":[]},{\"type\":\"agent.mess")]
    [InlineData("{\"data\":[{\"type\":\"agent.message\",\"id\":\"sevt_0001\",\"content\":[]}")]
    [InlineData("{\"data\":[")]
    [InlineData("{\"da")]
    public async Task Truncated_JSON_is_read_again_in_a_smaller_page(string body)
    {
        AddEvents(3);
        Session.Override = context => IsList(context) && context.Request.Query["limit"] == "250" ? Responses.Json(body) : null;

        (await NextIdsAsync(Read(Follow()), 3)).ShouldBe(["sevt_0001", "sevt_0002", "sevt_0003"]);
        Notices.OfType<SessionFollowDisconnected>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"data\":7}")]
    [InlineData("{\"data\":[]}}")]
    [InlineData("{\"data\":[],\"next_page\":7}")]
    public async Task JSON_that_does_not_match_the_API_is_thrown(string body)
    {
        Session.Override = context => IsList(context) ? Responses.Json(body) : null;

        await Should.ThrowAsync<ManagedAgentsResponseException>(() => NextAsync(Read(Follow())));
    }

    [Fact]
    public async Task A_session_that_has_ended_is_read_to_its_end_although_its_history_fails_once()
    {
        Session.AddToHistory(Session.CreateEvent(), Session.CreateEvent("session.status_terminated", ""));
        var failures = new Queue<ResponseWriter>([Responses.Error(503)]);
        Session.Override = context => !IsList(context) ? Responses.Error(400, "invalid_request_error") : failures.TryDequeue(out var failure) ? failure : null;
        var events = Read(Follow());

        (await NextIdsAsync(events, 2)).ShouldBe(["sevt_0001", "sevt_0002"]);
        (await events.MoveNextAsync().Guarded()).ShouldBeFalse();
    }

    private static bool IsList(HttpContext context) => context.Request.Path.Value!.EndsWith("/events", StringComparison.Ordinal);

    private void AddEvents(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Session.AddToHistory(Session.CreateEvent());
        }
    }

    private void FailPage(string cursor, params ResponseWriter[] responses)
    {
        var left = new Queue<ResponseWriter>(responses);
        Session.Override = context => IsList(context) && context.Request.Query["page"] == cursor && left.TryDequeue(out var response) ? response : null;
    }
}
