using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class WorkQueueTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_running_session_is_queued_polled_acknowledged_and_kept_alive_and_its_tool_runs_on_the_worker()
    {
        await using var api = await StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""").Reply(turn => $"I see {turn.LastResultText}.");
        var (worker, session) = await SelfHostedAsync(api);
        (await worker.PollAsync()).Body.ShouldBeEmpty();
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "run");

        var item = (await worker.PollAsync()).ShouldSucceed();
        item.Id.ShouldStartWith("work_01");
        item["data"]!.ToJsonString().ShouldBe($$"""{"type":"session","id":"{{session}}"}""");
        (item.Text("state"), item["acknowledged_at"], item.Text("environment_id")).ShouldBe(("queued", null, worker.EnvironmentId));
        var taken = (await worker.AckAsync(item.Id)).ShouldSucceed();
        (taken.Text("state"), taken["secret"]).ShouldBe(("starting", null));
        taken["acknowledged_at"].ShouldNotBeNull();
        (await worker.BeatAsync(item.Id)).ShouldSucceed().Text("state").ShouldBe("active");

        var asked = await stream.UntilIdleAsync();
        var call = asked.Only("agent.tool_use").Id();
        asked[^1].WaitingFor().ShouldBe([call]);
        (await worker.SendAsync(HttpMethod.Post, $"/v1/sessions/{session}/events", new JsonObject { ["events"] = new JsonArray(Inputs.ToolResult(call, "a.txt")) }.ToJsonString())).ShouldSucceed();
        (await stream.UntilIdleAsync()).Only("agent.message").Text().ShouldBe("I see a.txt.");

        (await worker.PollAsync()).Body.ShouldBeEmpty();
        (await worker.StopAsync(item.Id, force: true)).ShouldSucceed().Text("state").ShouldBe("stopped");
    }

    [Fact]
    public async Task A_session_is_queued_again_only_after_its_work_ended()
    {
        await using var api = await StartAsync();
        var (worker, session) = await SelfHostedAsync(api);
        await TurnAsync(api, session);
        await TurnAsync(api, session);
        var item = await worker.TakeAsync();
        await TurnAsync(api, session);
        (await worker.PollAsync()).Body.ShouldBeEmpty();

        await worker.StopAsync(item.Id, force: true);
        (await worker.PollAsync()).Body.ShouldBeEmpty();
        await TurnAsync(api, session);

        (await worker.PollAsync()).Id.ShouldNotBe(item.Id);
        (await worker.ListAsync()).Data.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Interrupting_a_session_whose_worker_failed_queues_it_again()
    {
        await using var api = await StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""").Reply("done");
        var (worker, session) = await SelfHostedAsync(api);
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "run");
        await stream.UntilIdleAsync();
        var failed = await worker.TakeAsync();
        await worker.StopAsync(failed.Id, force: true);

        await api.SendEventsAsync(session, Inputs.Interrupt());

        (await worker.PollAsync()).Text("data.id").ShouldBe(session);
        await stream.UntilIdleAsync();
        await api.SendEventsAsync(session, Inputs.Interrupt());
        (await worker.ListAsync()).Data.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Work_is_returned_once_oldest_first()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        var first = api.Emulator.QueueHealthCheck(worker.EnvironmentId);
        var second = api.Emulator.QueueHealthCheck(worker.EnvironmentId);

        (await worker.PollAsync()).Id.ShouldBe(first);
        (await worker.PollAsync()).Id.ShouldBe(second);
        (await worker.PollAsync()).Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_item_goes_to_one_of_many_concurrent_workers()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        var ids = Enumerable.Range(0, 10).Select(_ => api.Emulator.QueueHealthCheck(worker.EnvironmentId)).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => worker.PollAsync())));

        answers.Where(static answer => answer.Body.Count > 0).Select(static answer => answer.Id).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task When_two_polls_wait_one_gets_the_item_and_the_other_keeps_waiting()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        var timers = _clock.ActiveTimerCount;
        Task<Answer>[] waiting = [worker.PollAsync("?block_ms=999"), worker.PollAsync("?block_ms=999")];
        await _clock.WaitForTimersAsync(timers + 2);

        var id = api.Emulator.QueueHealthCheck(worker.EnvironmentId);

        var first = await Task.WhenAny(waiting);
        (await first).Id.ShouldBe(id);
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        (await waiting.Single(other => other != first)).ShouldSucceed().Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unacknowledged_item_is_returned_again_and_the_second_acknowledgement_is_rejected()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        var id = api.Emulator.QueueHealthCheck(worker.EnvironmentId);
        await worker.PollAsync();

        _clock.Advance(TimeSpan.FromMilliseconds(4999));
        (await worker.PollAsync()).Body.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await worker.PollAsync()).Id.ShouldBe(id);
        (await worker.PollAsync("?reclaim_older_than_ms=1")).Body.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await worker.PollAsync("?reclaim_older_than_ms=1")).Id.ShouldBe(id);

        (await worker.AckAsync(id)).ShouldSucceed();
        (await worker.AckAsync(id)).ShouldFail(409, "conflict_error", "starting");
        (await worker.PollAsync("?reclaim_older_than_ms=0")).Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_poll_can_wait_for_work()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        var timers = _clock.ActiveTimerCount;
        var waiting = worker.PollAsync("?block_ms=999");
        await _clock.WaitForTimersAsync(timers + 1);

        var id = api.Emulator.QueueHealthCheck(worker.EnvironmentId);

        (await waiting).Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_poll_without_work_ends_on_the_emulator_clock()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        var timers = _clock.ActiveTimerCount;
        var waiting = worker.PollAsync("?block_ms=999");
        await _clock.WaitForTimersAsync(timers + 1);

        _clock.Advance(TimeSpan.FromMilliseconds(999));

        (await waiting).ShouldSucceed().Body.ShouldBeEmpty();
        _clock.ActiveTimerCount.ShouldBe(timers);
    }

    [Fact]
    public async Task A_waiting_poll_does_not_block_stopping_the_emulator()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        var timers = _clock.ActiveTimerCount;
        var waiting = worker.PollAsync("?block_ms=999");
        await _clock.WaitForTimersAsync(timers + 1);

        await api.Emulator.DisposeAsync();

        await Task.WhenAny(waiting).WaitAsync(api.Cancellation);
    }

    [Theory]
    [InlineData("?block_ms=0", "block_ms")]
    [InlineData("?block_ms=1000", "block_ms")]
    [InlineData("?reclaim_older_than_ms=-1", "reclaim_older_than_ms")]
    [InlineData("?limit=1", "limit: unknown query parameter")]
    public async Task Invalid_poll_parameters_are_rejected(string query, string message)
    {
        await using var api = await StartAsync();

        (await (await WorkerAsync(api)).PollAsync(query)).ShouldBeRefused(message);
    }

    [Fact]
    public async Task The_stats_count_waiting_items_polled_items_and_polling_workers()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        (await worker.StatsAsync()).Body.ToJsonString().ShouldBe("""{"type":"work_queue_stats","depth":0,"pending":0,"oldest_queued_at":null,"workers_polling":0}""");

        api.Emulator.QueueHealthCheck(worker.EnvironmentId);
        _clock.Advance(TimeSpan.FromSeconds(10));
        api.Emulator.QueueHealthCheck(worker.EnvironmentId);
        api.Emulator.QueueHealthCheck(worker.EnvironmentId);
        await new Worker(api, worker.EnvironmentId, name: "one").PollAsync();
        await new Worker(api, worker.EnvironmentId, name: "one").PollAsync("?reclaim_older_than_ms=60000");
        await worker.PollAsync("?reclaim_older_than_ms=60000");

        (await worker.StatsAsync()).Body.ToJsonString().ShouldBe("""{"type":"work_queue_stats","depth":0,"pending":3,"oldest_queued_at":null,"workers_polling":1}""");
        var last = api.Emulator.QueueHealthCheck(worker.EnvironmentId);
        (await worker.StatsAsync()).Text("oldest_queued_at").ShouldBe("2026-11-21T09:00:10.000000Z");
        await worker.AckAsync(last);
        (await worker.StatsAsync()).Body["depth"]!.GetValue<int>().ShouldBe(0);
        _clock.Advance(TimeSpan.FromSeconds(31));
        (await worker.StatsAsync()).Body["workers_polling"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task The_metadata_of_an_item_is_merged_and_other_fields_are_fixed()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        var path = $"{worker.Path}/{api.Emulator.QueueHealthCheck(worker.EnvironmentId)}";

        (await api.PostAsync(path, """{"metadata":{"a":"1","b":"2"}}""")).ShouldSucceed();
        (await api.PostAsync(path, """{"metadata":{"a":null,"c":"3"}}""")).ShouldSucceed()["metadata"]!.ToJsonString().ShouldBe("""{"b":"2","c":"3"}""");

        (await api.GetAsync(path)).ShouldSucceed()["metadata"]!.ToJsonString().ShouldBe("""{"b":"2","c":"3"}""");
        (await api.PostAsync(path, "{}")).ShouldBeRefused("metadata: field required");
        (await api.PostAsync(path, """{"metadata":{},"state":"stopped"}""")).ShouldBeRefused("state: unknown field");
        (await api.PostAsync(path, $$$"""{"metadata":{"a":"{{{new string('x', 513)}}}"}}""")).ShouldBeRefused("metadata.a", "invalid_metadata");
    }

    [Fact]
    public async Task Work_is_listed_newest_first_in_pages()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        var ids = Enumerable.Range(0, 3).Select(_ => api.Emulator.QueueHealthCheck(worker.EnvironmentId)).Reverse().ToList();

        var first = (await worker.ListAsync("?limit=2")).ShouldSucceed();

        first.Ids().ShouldBe(ids[..2]);
        (await worker.ListAsync($"?limit=2&page={first.NextPage}")).Ids().ShouldBe(ids[2..]);
    }

    [Fact]
    public async Task Unknown_items_and_environments_are_404_and_cloud_environments_have_no_queue()
    {
        await using var api = await StartAsync();
        var worker = await WorkerAsync(api);
        var other = await WorkerAsync(api);
        var id = api.Emulator.QueueHealthCheck(other.EnvironmentId);
        var cloud = await api.CreateEnvironmentAsync();

        foreach (var item in new[] { "work_none", id })
        {
            (await api.GetAsync($"{worker.Path}/{item}")).ShouldBeMissing();
            (await api.PostAsync($"{worker.Path}/{item}", """{"metadata":{}}""")).ShouldBeMissing();
            (await worker.AckAsync(item)).ShouldBeMissing();
            (await worker.BeatAsync(item)).ShouldBeMissing();
            (await worker.StopAsync(item)).ShouldBeMissing();
        }

        (await api.GetAsync("/v1/environments/env_none/work/stats")).ShouldBeMissing("environment_not_found");
        (await api.GetAsync($"{worker.Path}/stats", beta: null)).ShouldBeMissing();
        (await api.GetAsync($"/v1/environments/{cloud}/work/stats")).ShouldBeRefused("not self_hosted");
        Should.Throw<ArgumentException>(() => api.Emulator.CreateEnvironmentKey(cloud)).Message.ShouldContain("not self_hosted");
        Should.Throw<ArgumentException>(() => api.Emulator.QueueHealthCheck("env_none"));
        await api.DeleteAsync($"/v1/environments/{worker.EnvironmentId}");
        (await worker.PollAsync()).ShouldBeMissing("environment_not_found");
    }

    private static async Task<Worker> WorkerAsync(TestApi api) => new(api, await api.CreateEnvironmentAsync("""{"type":"self_hosted"}"""));

    private static async Task<(Worker Worker, string Session)> SelfHostedAsync(TestApi api)
    {
        var worker = await WorkerAsync(api);
        return (worker, await api.CreateSessionAsync(environmentId: worker.EnvironmentId));
    }

    private static async Task TurnAsync(TestApi api, string session)
    {
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        await stream.UntilIdleAsync();
    }

    private Task<TestApi> StartAsync() => TestApi.StartAsync(options => options.TimeProvider = _clock);
}
