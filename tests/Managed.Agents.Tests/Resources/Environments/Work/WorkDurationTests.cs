using Managed.Agents.Tests.Framework;
using Managed.Agents.Work;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Environments.Work;

/// <summary>Durations in the query of a poll and of a heartbeat: whole milliseconds and whole seconds, rounded up.</summary>
public sealed class WorkDurationTests
{
    [Theory]
    [InlineData(1, "1")]
    [InlineData(9_990_000, "999")]
    [InlineData(9_990_001, "1000")]
    [InlineData(20_000_000, "2000")]
    [InlineData(0, "0")]
    public async Task A_poll_sends_milliseconds(long ticks, string sent)
    {
        await using var server = await KestrelServer.StartAsync(Responses.Status(204), Responses.Status(204));
        using var client = Clients.To(server);

        await client.Environments.Work.PollAsync("env_1", new() { BlockTimeout = new TimeSpan(ticks) }).Guarded();
        await client.Environments.Work.PollAsync("env_1", new() { ReclaimOlderThan = new TimeSpan(ticks) }).Guarded();

        server.Requests.Select(static request => request.Target).ShouldBe(
            [$"/v1/environments/env_1/work/poll?block_ms={sent}", $"/v1/environments/env_1/work/poll?reclaim_older_than_ms={sent}"]);
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(10_000_000, "1")]
    [InlineData(10_000_001, "2")]
    [InlineData(1_200_000_000, "120")]
    [InlineData(0, "0")]
    public async Task A_heartbeat_sends_seconds(long ticks, string sent)
    {
        await using var server = await KestrelServer.StartAsync(Responses.Json("""{"ttl_seconds":30}"""));
        using var client = Clients.To(server);

        var heartbeat = await client.Environments.Work.HeartbeatAsync("env_1", "work_1", new() { DesiredTimeToLive = new TimeSpan(ticks) }).Guarded();

        heartbeat.TimeToLive.ShouldBe(TimeSpan.FromSeconds(30));
        server.Request.Target.ShouldBe($"/v1/environments/env_1/work/work_1/heartbeat?desired_ttl_seconds={sent}");
    }

    [Fact]
    public async Task Durations_that_are_not_set_are_not_sent()
    {
        await using var server = await KestrelServer.StartAsync(Responses.Status(204), Responses.Json("{}"));
        using var client = Clients.To(server);

        await client.Environments.Work.PollAsync("env_1", new WorkPollOptions()).Guarded();
        await client.Environments.Work.HeartbeatAsync("env_1", "work_1", new WorkHeartbeatOptions()).Guarded();

        server.Requests.Select(static request => request.Target).ShouldBe(["/v1/environments/env_1/work/poll", "/v1/environments/env_1/work/work_1/heartbeat"]);
    }
}
