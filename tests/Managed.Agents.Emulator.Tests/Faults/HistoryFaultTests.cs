using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults of the lists of events.</summary>
public sealed class HistoryFaultTests
{
    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task The_newest_events_are_missing_for_so_many_requests(string order)
    {
        await using var api = await TestApi.StartAsync();
        var (session, whole) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().Times(2).Lag(events: 3);

        (await IdsAsync(api, session, order)).ShouldBe(Ordered(whole.SkipLast(3), order));
        (await IdsAsync(api, session, order)).ShouldBe(Ordered(whole.SkipLast(3), order));
        (await IdsAsync(api, session, order)).ShouldBe(Ordered(whole, order));
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task A_walk_over_pages_that_lag_skips_the_newest_events_only(string order)
    {
        await using var api = await TestApi.StartAsync();
        var (session, whole) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().Lag(events: 2);

        (await api.WalkAsync(session, $"order={order}&limit=3")).Ids.ShouldBe(Ordered(whole.SkipLast(2), order));
    }

    [Fact]
    public async Task A_lag_can_be_longer_than_the_history()
    {
        await using var api = await TestApi.StartAsync();
        var (session, _) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().Lag(events: 1_000);

        var answer = await api.GetAsync($"/v1/sessions/{session}/events");

        answer.Data.ShouldBeEmpty();
        answer.NextPage.ShouldBeNull();
    }

    [Fact]
    public async Task The_list_is_behind_by_a_time_on_the_emulators_clock()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var (session, first) = await FinishedAsync(api);
        clock.Advance(TimeSpan.FromMinutes(1));
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "Again");
        await stream.UntilIdleAsync();
        api.Emulator.Faults.OnHistory().Lag(TimeSpan.FromSeconds(2));

        (await IdsAsync(api, session)).ShouldBe(first);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await IdsAsync(api, session)).ShouldBe(first);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await IdsAsync(api, session)).Count.ShouldBeGreaterThan(first.Count);
    }

    [Fact]
    public async Task A_queued_input_is_the_newest_event_to_a_lag()
    {
        await using var api = await TestApi.StartAsync();
        var go = new TaskCompletionSource();
        api.Emulator.OnUserMessage("work").Work(token => go.Task.WaitAsync(token)).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "work");
        await stream.UntilAsync("span.model_request_start");
        await api.SayAsync(session, "queued");
        api.Emulator.Faults.OnHistory().Times(2).Lag(events: 1);

        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Types().ShouldBe(["user.message", "session.status_running", "span.model_request_start"]);
        (await api.GetAsync($"/v1/sessions/{session}/events?order=desc")).Data.Types().ShouldBe(["span.model_request_start", "session.status_running", "user.message"]);
        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Count.ShouldBe(4);
        go.SetResult();
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task Empty_pages_stand_between_the_others_and_lose_nothing(string order)
    {
        await using var api = await TestApi.StartAsync();
        var (session, whole) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().InsertEmptyPages();

        var (ids, sizes) = await api.WalkAsync(session, $"order={order}&limit=4");

        ids.ShouldBe(Ordered(whole, order));
        sizes.Where(static (_, index) => index % 2 == 0).ShouldAllBe(static size => size == 0);
        sizes.Where(static (_, index) => index % 2 == 1).ShouldAllBe(static size => size > 0);
    }

    [Fact]
    public async Task A_cursor_of_an_empty_page_is_of_use_after_the_fault()
    {
        await using var api = await TestApi.StartAsync();
        var (session, whole) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().Once().InsertEmptyPages();
        var empty = await api.GetAsync($"/v1/sessions/{session}/events?limit=1000");
        api.Emulator.Faults.Clear();

        empty.Data.ShouldBeEmpty();
        (await api.GetAsync($"/v1/sessions/{session}/events?limit=1000&page={empty.NextPage}")).Ids().ShouldBe(whole);
    }

    [Fact]
    public async Task Inputs_can_look_unprocessed()
    {
        await using var api = await TestApi.StartAsync();
        var (session, _) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().Once().LeaveUnprocessed();

        var struck = (await api.GetAsync($"/v1/sessions/{session}/events")).Data;

        struck.Where(static e => e["processed_at"] is null).Types().ShouldBe(["user.message"]);
        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.ShouldAllBe(static e => e["processed_at"] != null);
    }

    [Fact]
    public async Task The_lists_of_other_sessions_are_spared()
    {
        await using var api = await TestApi.StartAsync();
        var (session, whole) = await FinishedAsync(api);
        var (other, otherWhole) = await FinishedAsync(api);
        api.Emulator.Faults.OnHistory().ForSession(session).Lag(events: 1);

        (await IdsAsync(api, other)).ShouldBe(otherWhole);
        (await IdsAsync(api, session)).ShouldBe(whole.SkipLast(1));
    }

    [Fact]
    public async Task A_lag_of_nothing_is_refused()
    {
        await using var api = await TestApi.StartAsync();

        Should.Throw<ArgumentOutOfRangeException>(() => api.Emulator.Faults.OnHistory().Lag(events: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => api.Emulator.Faults.OnHistory().Lag(TimeSpan.Zero));
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
