using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class WorkLeaseTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Each_heartbeat_names_the_previous_one()
    {
        await using var api = await StartAsync();
        var (worker, id) = await AcknowledgedAsync(api);

        var first = (await worker.BeatAsync(id)).ShouldSucceed();
        (first.Text("state"), first.Text("last_heartbeat")).ShouldBe(("active", "2026-11-21T09:00:00.000000Z"));
        (first["lease_extended"]!.GetValue<bool>(), first["ttl_seconds"]!.GetValue<int>()).ShouldBe((true, 300));
        var second = (await worker.BeatAsync(id, first.Text("last_heartbeat"), ttl: 60)).ShouldSucceed();
        second["ttl_seconds"]!.GetValue<int>().ShouldBe(60);
        second.Text("last_heartbeat").ShouldNotBe(first.Text("last_heartbeat"));
        (await worker.BeatAsync(id, expected: null)).ShouldSucceed()["ttl_seconds"]!.GetValue<int>().ShouldBe(60);

        var item = await api.GetAsync($"{worker.Path}/{id}");
        item.Text("started_at").ShouldBe("2026-11-21T09:00:00.000000Z");
        item["latest_heartbeat_at"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("NO_HEARTBEAT")]
    [InlineData("2026-11-21T08:00:00Z")]
    public async Task A_heartbeat_with_the_wrong_previous_heartbeat_is_412_with_the_state_of_the_lease(string expected)
    {
        await using var api = await StartAsync();
        var (worker, id) = await AcknowledgedAsync(api);
        var last = (await worker.BeatAsync(id, ttl: 60)).Text("last_heartbeat");

        var refused = await worker.BeatAsync(id, expected);

        refused.ShouldFail(412, "invalid_request_error", id, "heartbeat_precondition_failed");
        refused.Body.At("error.details.current_state")!.ToJsonString().ShouldBe($$"""{"last_heartbeat":"{{last}}","lease_extended":false,"state":"active","ttl_seconds":60}""");
        (await worker.BeatAsync(id, last)).ShouldSucceed();
    }

    [Fact]
    public async Task The_first_of_two_workers_to_acknowledge_an_item_gets_it()
    {
        await using var api = await StartAsync();
        var (worker, id) = await AcknowledgedAsync(api);
        var other = new Worker(api, worker.EnvironmentId);

        (await other.BeatAsync(id)).ShouldSucceed();

        (await worker.BeatAsync(id)).ShouldFail(412, "invalid_request_error", id, "heartbeat_precondition_failed");
    }

    [Fact]
    public async Task An_item_whose_worker_stops_sending_heartbeats_is_returned_to_another_worker()
    {
        await using var api = await StartAsync();
        var (worker, id) = await AcknowledgedAsync(api);
        var last = (await worker.BeatAsync(id, ttl: 30)).Text("last_heartbeat");
        _clock.Advance(TimeSpan.FromSeconds(29));
        (await worker.PollAsync()).Body.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromSeconds(1));

        var again = (await worker.PollAsync()).ShouldSucceed();

        (again.Id, again.Text("state"), again["started_at"], again["latest_heartbeat_at"]).ShouldBe((id, "queued", null, null));
        (await worker.BeatAsync(id, last)).ShouldFail(412, "invalid_request_error", id, "heartbeat_precondition_failed");
        (await worker.BeatAsync(id)).ShouldBeRefused("acknowledge it first");
        (await worker.AckAsync(id)).ShouldSucceed();
        (await worker.BeatAsync(id)).ShouldSucceed()["ttl_seconds"]!.GetValue<int>().ShouldBe(300);
    }

    [Fact]
    public async Task An_acknowledged_item_without_a_heartbeat_is_returned_again()
    {
        await using var api = await StartAsync();
        var (worker, id) = await AcknowledgedAsync(api);

        _clock.Advance(TimeSpan.FromSeconds(299));
        (await worker.PollAsync()).Body.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await worker.PollAsync()).Id.ShouldBe(id);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 1)]
    [InlineData(301, 300)]
    public async Task A_lease_lasts_for_the_requested_time_up_to_5_minutes(int asked, int? granted)
    {
        await using var api = await StartAsync();
        var (worker, id) = await AcknowledgedAsync(api);

        var answer = await worker.BeatAsync(id, ttl: asked);

        if (granted is null)
        {
            answer.ShouldBeRefused("desired_ttl_seconds");
        }
        else
        {
            answer["ttl_seconds"]!.GetValue<int>().ShouldBe(granted.Value);
        }
    }

    [Fact]
    public async Task A_stop_is_reported_by_the_next_heartbeat_and_confirmed_by_the_worker()
    {
        await using var api = await StartAsync();
        var (worker, id) = await AcknowledgedAsync(api);
        await worker.BeatAsync(id);

        var asked = (await api.PostAsync($"{worker.Path}/{id}/stop", "{}")).ShouldSucceed();
        (asked.Text("state"), asked["stopped_at"]).ShouldBe(("stopping", null));
        asked["stop_requested_at"].ShouldNotBeNull();
        var told = (await worker.BeatAsync(id, "whatever")).ShouldSucceed();
        (told.Text("state"), told["lease_extended"]!.GetValue<bool>()).ShouldBe(("stopping", true));
        (await worker.StopAsync(id)).ShouldSucceed().Text("state").ShouldBe("stopping");

        var stopped = (await worker.StopAsync(id, force: true)).ShouldSucceed();
        stopped.Text("state").ShouldBe("stopped");
        stopped["stopped_at"].ShouldNotBeNull();
        (await worker.StopAsync(id, force: true)).ShouldFail(409, "conflict_error", "already stopped");
        (await worker.AckAsync(id)).ShouldFail(409, "conflict_error", "stopped");
        var late = (await worker.BeatAsync(id, "whatever")).ShouldSucceed();
        (late.Text("state"), late["lease_extended"]!.GetValue<bool>()).ShouldBe(("stopped", false));
    }

    [Fact]
    public async Task An_unconfirmed_stop_ends_with_the_lease()
    {
        await using var api = await StartAsync();
        var (worker, id) = await AcknowledgedAsync(api);
        await worker.BeatAsync(id, ttl: 30);
        await worker.StopAsync(id);

        _clock.Advance(TimeSpan.FromSeconds(30));

        (await api.GetAsync($"{worker.Path}/{id}")).Text("state").ShouldBe("stopped");
        (await worker.PollAsync()).Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_queued_item_stops_immediately()
    {
        await using var api = await StartAsync();
        var worker = new Worker(api, await api.CreateEnvironmentAsync("""{"type":"self_hosted"}"""));
        var id = api.Emulator.QueueHealthCheck(worker.EnvironmentId);

        (await worker.StopAsync(id)).ShouldSucceed().Text("state").ShouldBe("stopped");

        (await worker.PollAsync()).Body.ShouldBeEmpty();
        (await worker.BeatAsync(id)).ShouldSucceed().Text("last_heartbeat").ShouldBe("");
    }

    private static async Task<(Worker Worker, string Id)> AcknowledgedAsync(TestApi api)
    {
        var worker = new Worker(api, await api.CreateEnvironmentAsync("""{"type":"self_hosted"}"""));
        var id = api.Emulator.QueueHealthCheck(worker.EnvironmentId);
        await worker.PollAsync();
        (await worker.AckAsync(id)).ShouldSucceed();
        return (worker, id);
    }

    private Task<TestApi> StartAsync() => TestApi.StartAsync(options => options.TimeProvider = _clock);
}
