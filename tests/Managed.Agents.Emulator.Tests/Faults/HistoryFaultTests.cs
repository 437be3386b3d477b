using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults that affect event lists.</summary>
public sealed class HistoryFaultTests
{
    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task The_newest_events_are_missing_for_a_number_of_requests(string order)
    {
        await using var api = await TestApi.StartAsync();
        var (session, complete) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().Times(2).Delay(events: 3);

        (await IdsAsync(api, session, order)).ShouldBe(Ordered(complete.SkipLast(3), order));
        (await IdsAsync(api, session, order)).ShouldBe(Ordered(complete.SkipLast(3), order));
        (await IdsAsync(api, session, order)).ShouldBe(Ordered(complete, order));
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task Paging_through_a_delayed_list_skips_only_the_newest_events(string order)
    {
        await using var api = await TestApi.StartAsync();
        var (session, complete) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().Delay(events: 2);

        (await api.WalkAsync(session, $"order={order}&limit=3")).Ids.ShouldBe(Ordered(complete.SkipLast(2), order));
    }

    [Fact]
    public async Task A_delay_can_exceed_the_history()
    {
        await using var api = await TestApi.StartAsync();
        var (session, _) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().Delay(events: 1_000);

        var answer = await api.GetAsync($"/v1/sessions/{session}/events");

        answer.Data.ShouldBeEmpty();
        answer.NextPage.ShouldBeNull();
    }

    [Fact]
    public async Task The_list_is_delayed_on_the_emulators_clock()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var (session, first) = await FinishedAsync(api);
        clock.Advance(TimeSpan.FromMinutes(1));
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "Again");
        await stream.UntilIdleAsync();
        api.Emulator.Faults.OnHistory().Delay(TimeSpan.FromSeconds(2));

        (await IdsAsync(api, session)).ShouldBe(first);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await IdsAsync(api, session)).ShouldBe(first);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await IdsAsync(api, session)).Count.ShouldBeGreaterThan(first.Count);
    }

    [Fact]
    public async Task A_queued_input_counts_as_the_newest_event()
    {
        await using var api = await TestApi.StartAsync();
        var go = new TaskCompletionSource();
        api.Emulator.OnUserMessage("work").WaitFor(token => go.Task.WaitAsync(token)).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "work");
        await stream.UntilAsync("span.model_request_start");
        await api.SayAsync(session, "queued");
        api.Emulator.Faults.OnHistory().Times(2).Delay(events: 1);

        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Types().ShouldBe(["user.message", "session.status_running", "span.model_request_start"]);
        (await api.GetAsync($"/v1/sessions/{session}/events?order=desc")).Data.Types().ShouldBe(["span.model_request_start", "session.status_running", "user.message"]);
        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Count.ShouldBe(4);
        go.SetResult();
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task Empty_pages_are_inserted_without_losing_events(string order)
    {
        await using var api = await TestApi.StartAsync();
        var (session, complete) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().InsertEmptyPages();

        var (ids, sizes) = await api.WalkAsync(session, $"order={order}&limit=4");

        ids.ShouldBe(Ordered(complete, order));
        sizes.Where(static (_, index) => index % 2 == 0).ShouldAllBe(static size => size == 0);
        sizes.Where(static (_, index) => index % 2 == 1).ShouldAllBe(static size => size > 0);
    }

    [Fact]
    public async Task A_cursor_of_an_empty_page_stays_valid_after_the_fault()
    {
        await using var api = await TestApi.StartAsync();
        var (session, complete) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().Once().InsertEmptyPages();
        var empty = await api.GetAsync($"/v1/sessions/{session}/events?limit=1000");
        api.Emulator.Faults.Clear();

        empty.Data.ShouldBeEmpty();
        (await api.GetAsync($"/v1/sessions/{session}/events?limit=1000&page={empty.NextPage}")).Ids().ShouldBe(complete);
    }

    [Fact]
    public async Task Inputs_can_appear_unprocessed()
    {
        await using var api = await TestApi.StartAsync();
        var (session, _) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().Once().LeaveUnprocessed();

        var affected = (await api.GetAsync($"/v1/sessions/{session}/events")).Data;

        affected.Where(static e => e["processed_at"] is null).Types().ShouldBe(["user.message"]);
        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.ShouldAllBe(static e => e["processed_at"] != null);
    }

    [Fact]
    public async Task Lists_of_other_sessions_are_not_affected()
    {
        await using var api = await TestApi.StartAsync();
        var (session, complete) = await FinishedAsync(api);
        var (other, otherComplete) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().ForSession(session).Delay(events: 1);

        (await IdsAsync(api, other)).ShouldBe(otherComplete);
        (await IdsAsync(api, session)).ShouldBe(complete.SkipLast(1));
    }

    [Fact]
    public async Task A_delay_of_zero_is_refused()
    {
        await using var api = await TestApi.StartAsync();

        Should.Throw<ArgumentOutOfRangeException>(() => api.Emulator.Faults.OnHistory().Delay(events: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => api.Emulator.Faults.OnHistory().Delay(TimeSpan.Zero));
    }

    private static IEnumerable<string> Ordered(IEnumerable<string> ascending, string order) => order == "asc" ? ascending : ascending.Reverse();

    private static async Task<List<string>> IdsAsync(TestApi api, string session, string order = "asc") =>
        [.. (await api.GetAsync($"/v1/sessions/{session}/events?order={order}&limit=1000")).ShouldSucceed().Ids()];

    private static async Task<(string Session, List<string> Ids)> FinishedAsync(TestApi api)
    {
        var session = await api.FinishedSessionAsync();
        return (session, await IdsAsync(api, session));
    }
}
