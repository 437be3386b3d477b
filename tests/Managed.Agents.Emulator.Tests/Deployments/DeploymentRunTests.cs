using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class DeploymentRunTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_run_starts_a_session_with_the_whole_definition()
    {
        await using var api = await StartAsync();
        var agent = await api.CreateAgentAsync();
        var vault = (await api.PostAsync("/v1/vaults", """{"display_name":"a"}""")).Id;
        var store = (await api.CreateStoreAsync()).Split('/')[^1];
        var path = await api.DeployAsync(
            $$$""","vault_ids":["{{{vault}}}"],"resources":[{"type":"memory_store","memory_store_id":"{{{store}}}"}],"budget":{"type":"limit","max_list_cost":{"amount":"500","currency":"USD"}}""", agent);
        await api.PostAsync($"/v1/agents/{agent}", """{"system":"Newer than what is pinned."}""");

        var run = (await api.PostAsync($"{path}/run")).ShouldSucceed();

        run.Id.ShouldStartWith("drun_01");
        run.Text("deployment_id").ShouldBe(path.Split('/')[^1]);
        run["agent"]!.ToJsonString().ShouldBe($$"""{"type":"agent","id":"{{agent}}","version":1}""");
        run["trigger_context"]!.ToJsonString().ShouldBe("""{"type":"manual"}""");
        run["error"].ShouldBeNull();
        (await api.GetAsync($"/v1/deployment_runs/{run.Id}")).Body.ToJsonString().ShouldBe(run.Body.ToJsonString());

        var id = run.Text("session_id")!;
        (await api.GetAsync($"/v1/sessions/{id}/events?types[]=user.message")).Data.ShouldHaveSingleItem().Text().ShouldBe("report");
        var session = await api.GetAsync($"/v1/sessions/{id}");
        session.Text("deployment_id").ShouldBe(path.Split('/')[^1]);
        session.Body.At("agent.version")!.GetValue<int>().ShouldBe(1);
        session["vault_ids"]!.ToJsonString().ShouldBe($"[\"{vault}\"]");
        session["resources"]![0]!["memory_store_id"]!.GetValue<string>().ShouldBe(store);
        session.Text("budget.max_list_cost.amount").ShouldBe("500");
        (await api.GetAsync($"/v1/sessions?deployment_id={path.Split('/')[^1]}")).Ids().ShouldBe([id]);
        (await api.GetAsync("/v1/sessions?deployment_id=depl_none")).Ids().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_schedule_starts_runs_on_the_emulator_clock()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync(DeploymentApi.Schedule("0 3 * * *", "Europe/Paris"));

        _clock.Advance(TimeSpan.FromDays(2));

        var runs = await api.RunsAsync(path);
        runs.Select(static run => run.Text("trigger_context.scheduled_at")).ShouldBe(["2026-11-22T02:00:00.000000Z", "2026-11-23T02:00:00.000000Z"]);
        runs.Select(static run => run.Text("created_at")).ShouldBe(runs.Select(static run => run.Text("trigger_context.scheduled_at")));
        runs.ShouldAllBe(static run => run.Text("trigger_context.type") == "schedule" && run.Text("session_id") != null);
        var deployment = await api.GetAsync(path);
        deployment.Text("schedule.last_run_at").ShouldBe("2026-11-23T02:00:00.000000Z");
        deployment.Times().First().ShouldBe("2026-11-24T02:00Z");
    }

    [Fact]
    public async Task A_manual_run_does_not_count_as_a_scheduled_run()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync(DeploymentApi.Nightly);

        (await api.PostAsync($"{path}/pause")).ShouldSucceed();
        (await api.PostAsync($"{path}/run")).ShouldSucceed()["session_id"].ShouldNotBeNull();

        var deployment = await api.GetAsync(path);
        deployment.Body.At("schedule.last_run_at").ShouldBeNull();
        deployment.Text("status").ShouldBe("paused");
    }

    [Fact]
    public async Task Runs_missed_during_a_pause_are_not_started_later()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync(DeploymentApi.Nightly);
        await api.PostAsync($"{path}/pause");
        _clock.Advance(TimeSpan.FromDays(3));
        (await api.RunsAsync(path)).ShouldBeEmpty();

        await api.PostAsync($"{path}/unpause");
        (await api.RunsAsync(path)).ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromDays(1));

        (await api.RunsAsync(path)).Select(static run => run.Text("trigger_context.scheduled_at")).ShouldBe(["2026-11-25T03:00:00.000000Z"]);
    }

    [Fact]
    public async Task A_new_schedule_applies_immediately_and_a_removed_schedule_starts_nothing()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        (await api.RunsAsync(path)).ShouldBeEmpty();

        await api.PostAsync(path, $"{{{DeploymentApi.Schedule("30 9 * * *").TrimStart(',')}}}");
        _clock.Advance(TimeSpan.FromMinutes(29));
        await api.PostAsync(path, """{"name":"renamed"}""");
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await api.RunsAsync(path)).Count.ShouldBe(1);

        await api.PostAsync(path, """{"schedule":null}""");
        _clock.Advance(TimeSpan.FromDays(2));
        (await api.RunsAsync(path)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_scheduled_time_can_be_a_year_away()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync(DeploymentApi.Schedule("0 9 21 11 *"));

        _clock.Advance(TimeSpan.FromDays(364));
        (await api.RunsAsync(path)).ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromDays(1));

        (await api.RunsAsync(path)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Times_that_the_clock_jumps_over_run_in_order()
    {
        var clock = new JumpingClock();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var path = await api.DeployAsync(DeploymentApi.Schedule("0 * * * *"));

        clock.Jump(TimeSpan.FromHours(3));

        var runs = await api.RunsAsync(path);
        runs.Select(static run => run.Text("trigger_context.scheduled_at")).ShouldBe(["2026-11-21T10:00:00.000000Z", "2026-11-21T11:00:00.000000Z", "2026-11-21T12:00:00.000000Z"]);
        runs.ShouldAllBe(static run => run.Text("created_at") == "2026-11-21T12:00:00.000000Z");
    }

    [Theory]
    [InlineData("* * * * *", 9)]
    [InlineData("0 * * * *", 540)]
    [InlineData("0 3 * * *", 540)]
    public async Task A_scheduled_run_can_start_with_a_random_delay(string expression, int limit)
    {
        await using var api = await TestApi.StartAsync(options => (options.TimeProvider, options.DelayScheduledRuns) = (_clock, true));
        var path = await api.DeployAsync(DeploymentApi.Schedule(expression));
        var exact = DateTimeOffset.Parse((await api.GetAsync(path)).Times().First(), System.Globalization.CultureInfo.InvariantCulture);

        _clock.Advance(exact - _clock.GetUtcNow());
        (await api.RunsAsync(path)).ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromSeconds(limit));

        var run = (await api.RunsAsync(path)).ShouldHaveSingleItem();
        DateTimeOffset.Parse(run.Text("trigger_context.scheduled_at")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(exact);
        DateTimeOffset.Parse(run.Text("created_at")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(exact, exact.AddSeconds(limit));
        (await api.GetAsync(path)).Text("schedule.last_run_at").ShouldBe(run.Text("created_at"));
    }

    [Fact]
    public async Task Runs_are_listed_newest_first_with_filters_for_deployment_trigger_error_and_time()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync(DeploymentApi.Nightly);
        var other = await api.DeployAsync();
        var byHand = (await api.PostAsync($"{path}/run")).Id;
        _clock.Advance(TimeSpan.FromHours(20));
        var bySchedule = (await api.RunsAsync(path))[^1].Id();
        api.Emulator.Faults.OnRequests("sessions.create").Once().Fail(429);
        var failed = (await api.PostAsync($"{other}/run")).Id;

        await ListsAsync("", failed, bySchedule, byHand);
        await ListsAsync($"?deployment_id={path.Split('/')[^1]}", bySchedule, byHand);
        await ListsAsync("?deployment_id=depl_none");
        await ListsAsync("?has_error=true", failed);
        await ListsAsync("?has_error=false", bySchedule, byHand);
        await ListsAsync("?trigger_type=schedule", bySchedule);
        await ListsAsync("?trigger_type=manual", failed, byHand);
        await ListsAsync("?created_at[gt]=2026-11-21T09:00:00Z", failed, bySchedule);
        await ListsAsync("?created_at[gte]=2026-11-22T03:00:00Z", failed, bySchedule);
        await ListsAsync("?created_at[lt]=2026-11-22T03:00:00Z", byHand);
        await ListsAsync("?created_at[lte]=2026-11-21T09:00:00Z", byHand);
        var first = await api.GetAsync("/v1/deployment_runs?limit=1");
        await ListsAsync($"?limit=2&page={first.NextPage}", bySchedule, byHand);
        (await api.GetAsync("/v1/deployment_runs?trigger_type=moon")).ShouldBeRefused("trigger_type");
        (await api.GetAsync($"/v1/deployments?page={first.NextPage}")).ShouldBeRefused("not a valid cursor of this list");

        async Task ListsAsync(string query, params string[] ids) => (await api.GetAsync($"/v1/deployment_runs{query}")).ShouldSucceed().Ids().ShouldBe(ids);
    }

    private Task<TestApi> StartAsync() => TestApi.StartAsync(options => options.TimeProvider = _clock);

    /// <summary>A clock that first shows the new time and then runs its timers.</summary>
    private sealed class JumpingClock() : EmulatorClock(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero))
    {
        private TimeSpan _ahead;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

        public void Jump(TimeSpan time)
        {
            var step = TimeSpan.FromHours(1);
            _ahead += time - step;
            Advance(step);
        }
    }
}
