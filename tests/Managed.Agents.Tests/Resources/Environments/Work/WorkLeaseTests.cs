using System.Net;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Work;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Environments.Work;

public sealed class WorkLeaseTests
{
    private const string LastHeartbeat = "2026-11-20T12:30:00.123456+02:00";
    private const string HeartbeatJson = """{"type":"work_heartbeat","last_heartbeat":"2026-11-20T12:31:00Z","lease_extended":true,"state":"active","ttl_seconds":90}""";
    private const string LostLeaseJson =
        """
        {"type":"error","error":{"type":"invalid_request_error","message":"Another worker has it.","details":{"error_code":"heartbeat_precondition_failed",
         "current_state":{"last_heartbeat":"2026-11-20T12:30:59Z","lease_extended":false,"state":"stopping","ttl_seconds":42}}},"request_id":"req_1"}
        """;

    [Fact]
    public async Task A_heartbeat_sends_the_expected_timestamp_unchanged()
    {
        using var server = MockServer.Start(Responses.Json(HeartbeatJson));
        using var client = Clients.To(server);

        var beat = await client.Environments.Work.HeartbeatAsync("env_1", "work_1", new() { ExpectedLastHeartbeat = LastHeartbeat, DesiredTimeToLive = TimeSpan.FromSeconds(120) }).Guarded();

        server.Request.Method.ShouldBe("POST");
        server.Request.Body.ShouldBeEmpty();
        server.Request.Target.ShouldBe($"/v1/environments/env_1/work/work_1/heartbeat?desired_ttl_seconds=120&expected_last_heartbeat={Uri.EscapeDataString(LastHeartbeat)}");
        beat.ShouldBe(new WorkHeartbeat { LastHeartbeat = "2026-11-20T12:31:00Z", LeaseExtended = true, State = WorkState.Active, TimeToLive = TimeSpan.FromSeconds(90) });
    }

    [Fact]
    public async Task A_lost_lease_is_reported_with_its_current_state()
    {
        using var server = MockServer.Start(Responses.Json(LostLeaseJson, 412));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(
            () => client.Environments.Work.HeartbeatAsync("env_1", "work_1", new() { ExpectedLastHeartbeat = WorkHeartbeatOptions.NoHeartbeat }).Guarded());

        error.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        error.MayHaveTakenEffect.ShouldBeFalse();
        WorkLeaseState.From(error).ShouldBe(new WorkLeaseState { LastHeartbeat = "2026-11-20T12:30:59Z", LeaseExtended = false, State = WorkState.Stopping, TimeToLive = TimeSpan.FromSeconds(42) });
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"type":"error","error":{"type":"invalid_request_error","message":"No."}}""")]
    [InlineData("""{"type":"error","error":{"type":"invalid_request_error","message":"No.","details":{"error_code":"heartbeat_precondition_failed"}}}""")]
    [InlineData("""{"type":"error","error":{"type":"invalid_request_error","message":"No.","details":{"error_code":"heartbeat_precondition_failed","current_state":[1]}}}""")]
    [InlineData("""{"type":"error","error":{"type":"invalid_request_error","message":"No.","details":{"error_code":"heartbeat_precondition_failed","current_state":{"ttl_seconds":"x"}}}}""")]
    [InlineData("""{"type":"error","error":{"type":"invalid_request_error","message":"No.","details":{"error_code":"other","current_state":{}}}}""")]
    public async Task Other_errors_have_no_lease_state(string body)
    {
        using var server = MockServer.Start(Responses.Json(body, 412));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Environments.Work.HeartbeatAsync("env_1", "work_1").Guarded());

        WorkLeaseState.From(error).ShouldBeNull();
    }

    [Fact]
    public async Task A_conditional_heartbeat_is_not_retried_after_an_ambiguous_failure()
    {
        using var server = MockServer.Start(Responses.Error(500), Responses.Error(500), Responses.Json(HeartbeatJson));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(
            () => client.Environments.Work.HeartbeatAsync("env_1", "work_1", new() { ExpectedLastHeartbeat = LastHeartbeat }).Guarded());
        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);

        await client.Environments.Work.HeartbeatAsync("env_1", "work_1").Guarded();
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_acknowledgement_is_not_retried_after_an_ambiguous_failure()
    {
        using var server = MockServer.Start(Responses.Error(500));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Environments.Work.AcknowledgeAsync("env_1", "work_1").Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Request.Target.ShouldBe("/v1/environments/env_1/work/work_1/ack");
        server.Request.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stop_request_always_has_a_body()
    {
        var stopped = Responses.Json("""{"type":"work","id":"work_1","state":"stopped"}""");
        using var server = MockServer.Start(stopped, stopped, Responses.Error(409, "conflict_error"));
        using var client = Clients.To(server);

        (await client.Environments.Work.StopAsync("env_1", "work_1").Guarded()).State.ShouldBe(WorkState.Stopped);
        await client.Environments.Work.StopAsync("env_1", "work_1", new() { Force = true }).Guarded();
        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Environments.Work.StopAsync("env_1", "work_1").Guarded());

        server.Requests.Select(static request => request.Body).ShouldBe(["{}", """{"force":true}""", "{}"]);
    }
}
