using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The history of a session.</summary>
public sealed class EventListTests
{
    [Fact]
    public async Task The_history_is_chronological_or_reversed()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.FinishedSessionAsync();

        var ascending = await api.GetAsync($"/v1/sessions/{session}/events");
        var descending = await api.GetAsync($"/v1/sessions/{session}/events?order=desc");

        ascending.Data.Types().First().ShouldBe("user.message");
        ascending.Data.Types().Last().ShouldBe("session.status_idle");
        descending.Data.Select(Events.Id).ShouldBe(ascending.Data.Select(Events.Id).Reverse());
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task Pages_contain_every_event_once(string order)
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.FinishedSessionAsync();
        var whole = (await api.GetAsync($"/v1/sessions/{session}/events?order={order}&limit=1000")).Data.Select(Events.Id).ToList();

        var (paged, _) = await api.WalkAsync(session, $"order={order}&limit=3");

        paged.ShouldBe(whole);
    }

    [Fact]
    public async Task The_history_filters_by_type_and_time()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var session = await api.FinishedSessionAsync();
        clock.Advance(TimeSpan.FromHours(1));
        await api.PostAsync($"/v1/sessions/{session}", """{"title":"late"}""");

        (await api.GetAsync($"/v1/sessions/{session}/events?types[]=agent.message&types[]=session.updated")).Data.Types().ShouldBe(["agent.message", "session.updated"]);
        (await api.GetAsync($"/v1/sessions/{session}/events?created_at[gt]=2026-11-21T09:30:00Z")).Data.Types().ShouldBe(["session.updated"]);
        (await api.GetAsync($"/v1/sessions/{session}/events?types[]=session.deleted")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_turn_of_10000_events_is_streamed_and_listed_completely()
    {
        await using var api = await TestApi.StartAsync();
        var script = api.Emulator.OnUserMessage("count");
        for (var i = 0; i < 3_333; i++)
        {
            script.Reply($"Message {i}.");
        }

        var session = await api.CreateSessionAsync();
        var stream = await RawStream.OpenAsync(api, session);
        await api.SayAsync(session, "count");
        await stream.ReadUntilAsync("event: session.status_idle"u8.ToArray());

        var (listed, _) = await api.WalkAsync(session, "limit=1000");
        listed.Count.ShouldBe(3 + (3 * 3_333) + 1);
        listed.ShouldBeUnique();

        // The last frame may not have arrived yet.
        var streamed = stream.Text.Split("\n\n").SkipLast(1).Select(static frame => JsonNode.Parse(frame[(frame.IndexOf("data: ", StringComparison.Ordinal) + 6)..])!.AsObject().Id()).ToList();
        streamed.Count.ShouldBeGreaterThanOrEqualTo(listed.Count - 1);
        streamed.ShouldBe(listed.Take(streamed.Count));
    }

    [Fact]
    public async Task A_page_has_at_most_1000_events()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        (await api.GetAsync($"/v1/sessions/{session}/events?limit=1000")).Status.ShouldBe(200);
        (await api.GetAsync($"/v1/sessions/{session}/events?limit=1001")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_queued_input_is_last_without_a_time_and_moves_when_it_is_processed()
    {
        await using var api = await TestApi.StartAsync();
        var go = new TaskCompletionSource();
        api.Emulator.OnUserMessage("work").WaitFor(token => go.Task.WaitAsync(token)).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "work");
        await stream.UntilAsync("span.model_request_start");
        var queued = (await api.SayAsync(session, "next")).Data.Single().Id();

        var before = (await api.GetAsync($"/v1/sessions/{session}/events")).Data;
        before[^1].Id().ShouldBe(queued);
        before[^1]["processed_at"].ShouldBeNull();
        (await api.GetAsync($"/v1/sessions/{session}/events?order=desc&limit=1")).Data.Single().Id().ShouldBe(queued);
        go.SetResult();
        await stream.UntilIdleAsync();
        await stream.UntilIdleAsync();

        var after = (await api.GetAsync($"/v1/sessions/{session}/events?limit=100")).Data;
        var place = after.FindIndex(e => e.Id() == queued);
        after[place]["processed_at"].ShouldNotBeNull();
        after[place - 1].Type().ShouldBe("session.status_idle");
        after.Select(Events.Id).ShouldBeUnique();
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task Nothing_is_lost_when_queued_inputs_are_processed_between_two_pages(string order)
    {
        await using var api = await TestApi.StartAsync();
        var go = new TaskCompletionSource();
        api.Emulator.OnUserMessage("work").WaitFor(token => go.Task.WaitAsync(token)).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "work");
        await stream.UntilAsync("span.model_request_start");
        await api.SendEventsAsync(session, Inputs.Message("one"), Inputs.Message("two"));

        // user.message, running, model request start | one, two
        var limit = order == "asc" ? 4 : 1;
        var first = await api.GetAsync($"/v1/sessions/{session}/events?order={order}&limit={limit}");
        go.SetResult();
        await stream.UntilIdleAsync();
        await stream.UntilIdleAsync();
        await stream.UntilIdleAsync();
        var rest = await api.GetAsync($"/v1/sessions/{session}/events?order={order}&limit=1000&page={first.NextPage}");

        var all = (await api.GetAsync($"/v1/sessions/{session}/events?limit=1000")).Data.Select(Events.Id);
        var seen = first.Data.Concat(rest.Data).Select(Events.Id).ToHashSet();
        all.Where(id => !seen.Contains(id)).ShouldBeEmpty();
    }
}
