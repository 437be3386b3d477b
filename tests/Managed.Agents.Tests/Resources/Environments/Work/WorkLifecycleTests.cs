using System.Net;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Work;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Environments.Work;

public sealed class WorkLifecycleTests : EmulatorTest
{
    private AgentEnvironment _environment = null!;
    private ManagedAgentsClient _worker = null!;

    private EnvironmentWorkClient Queue => _worker.Environments.Work;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _environment = await Client.Environments.CreateAsync(new() { Name = "own", Config = new SelfHostedEnvironmentConfig() });
        _worker = Emulator.CreateWorkerClient(_environment.Id);
    }

    public override async Task DisposeAsync()
    {
        _worker.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_worker_polls_a_session_runs_its_tool_and_stops()
    {
        Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""").Reply(turn => $"I see {turn.LastResultText}.");
        var agent = await CreateAgentAsync();
        var session = await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = _environment.Id });
        (await Queue.PollAsync(_environment.Id)).ShouldBeNull();
        await using var stream = await Client.Sessions.Events.StreamAsync(session.Id);
        await Client.Sessions.Events.SendAsync(session.Id, "run");

        var item = (await Queue.PollAsync(_environment.Id, new() { WorkerId = "one", BlockTimeout = TimeSpan.FromMilliseconds(999) })).ShouldNotBeNull();
        (item.State, item.Data).ShouldBe((WorkState.Queued, new SessionWork { Id = session.Id }));
        (await Client.Environments.Work.GetStatsAsync(_environment.Id)).ShouldBe(new WorkQueueStats { Depth = 0, Pending = 1, WorkersPolling = 1 });
        (await Queue.AcknowledgeAsync(_environment.Id, item.Id)).State.ShouldBe(WorkState.Starting);

        var secret = WorkSecret.From(item).ShouldNotBeNull();
        using var inner = Emulator.CreateClient(options => (options.ApiKey, options.AuthToken, options.BaseAddress) = (null, secret.SessionsToken.Reveal(), secret.ApiBaseUrl!));
        var beat = await inner.Environments.Work.HeartbeatAsync(_environment.Id, item.Id, new() { ExpectedLastHeartbeat = WorkHeartbeatOptions.NoHeartbeat, DesiredTimeToLive = TimeSpan.FromSeconds(60) });
        (beat.State, beat.LeaseExtended, beat.TimeToLive).ShouldBe((WorkState.Active, true, TimeSpan.FromSeconds(60)));
        var call = (await UntilIdleAsync(stream)).OfType<AgentToolUseEvent>().Single();
        await using var rest = await inner.Sessions.Events.StreamAsync(session.Id);
        await inner.Sessions.Events.SendAsync(session.Id, new UserToolResult(call.Id, "a.txt"));
        (await UntilIdleAsync(rest)).OfType<AgentMessageEvent>().Single().Text.ShouldBe("I see a.txt.");

        var changed = await Client.Environments.Work.UpdateAsync(_environment.Id, item.Id, new() { Metadata = new Dictionary<string, string?> { ["host"] = "a7" } });
        changed.Metadata.ShouldBe(new Dictionary<string, string> { ["host"] = "a7" });
        (await Client.Environments.Work.StopAsync(_environment.Id, item.Id)).State.ShouldBe(WorkState.Stopping);
        beat = await inner.Environments.Work.HeartbeatAsync(_environment.Id, item.Id, new() { ExpectedLastHeartbeat = beat.LastHeartbeat });
        beat.State.ShouldBe(WorkState.Stopping);
        var stopped = await inner.Environments.Work.StopAsync(_environment.Id, item.Id, new() { Force = true });
        (stopped.State, stopped.Secret).ShouldBe((WorkState.Stopped, null));
        (await Client.Environments.Work.GetAsync(_environment.Id, item.Id)).ShouldBe(stopped);
        (await AllAsync(Queue.ListAsync(_environment.Id))).ShouldBe([stopped]);
    }

    [Fact]
    public async Task An_item_of_a_lost_worker_is_reassigned_and_the_first_worker_gets_an_error()
    {
        var id = Emulator.QueueHealthCheck(_environment.Id);
        var item = (await Queue.PollAsync(_environment.Id)).ShouldNotBeNull();
        item.Data.ShouldBeOfType<HealthCheckWork>();
        Clock.Advance(TimeSpan.FromSeconds(3));
        (await Queue.PollAsync(_environment.Id)).ShouldBeNull();
        (await Queue.PollAsync(_environment.Id, new() { ReclaimOlderThan = TimeSpan.FromMilliseconds(2000) })).ShouldNotBeNull().Id.ShouldBe(id);

        await Queue.AcknowledgeAsync(_environment.Id, id);
        await FailsAsync(HttpStatusCode.Conflict, ApiErrorType.Conflict, () => Queue.AcknowledgeAsync(_environment.Id, id));
        var first = await Queue.HeartbeatAsync(_environment.Id, id, new() { ExpectedLastHeartbeat = WorkHeartbeatOptions.NoHeartbeat });
        var refused = await FailsAsync(HttpStatusCode.PreconditionFailed, ApiErrorType.InvalidRequest, () =>
            Queue.HeartbeatAsync(_environment.Id, id, new() { ExpectedLastHeartbeat = WorkHeartbeatOptions.NoHeartbeat }));
        WorkLeaseState.From(refused).ShouldBe(new WorkLeaseState { LastHeartbeat = first.LastHeartbeat, LeaseExtended = false, State = WorkState.Active, TimeToLive = first.TimeToLive });

        Clock.Advance(first.TimeToLive);
        (await Queue.PollAsync(_environment.Id)).ShouldNotBeNull().Id.ShouldBe(id);
        refused = await FailsAsync(HttpStatusCode.PreconditionFailed, ApiErrorType.InvalidRequest, () =>
            Queue.HeartbeatAsync(_environment.Id, id, new() { ExpectedLastHeartbeat = first.LastHeartbeat }));
        WorkLeaseState.From(refused).ShouldNotBeNull().LastHeartbeat.ShouldBeNull();
    }

    [Fact]
    public async Task An_item_is_returned_again_if_the_poll_response_was_lost()
    {
        var id = Emulator.QueueHealthCheck(_environment.Id);
        Emulator.Faults.OnRequests("environments.work.poll").Once().DropResponse();

        await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Queue.PollAsync(_environment.Id));

        Emulator.Requests.Count(static request => request.Operation == "environments.work.poll").ShouldBe(1);
        (await Queue.PollAsync(_environment.Id)).ShouldBeNull();
        Clock.Advance(TimeSpan.FromSeconds(5));
        (await Queue.PollAsync(_environment.Id)).ShouldNotBeNull().Id.ShouldBe(id);
    }

    [Fact]
    public async Task Invalid_requests_are_rejected()
    {
        var id = Emulator.QueueHealthCheck(_environment.Id);

        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Queue.AcknowledgeAsync(_environment.Id, "work_none"));
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Environments.Work.GetStatsAsync("env_none"));
        await FailsAsync(HttpStatusCode.Forbidden, ApiErrorType.Permission, () => Client.Environments.Work.PollAsync(_environment.Id));
        await FailsAsync(HttpStatusCode.Forbidden, ApiErrorType.Permission, () => AllAsync(Client.Environments.Work.ListAsync(_environment.Id)));
        await FailsAsync(HttpStatusCode.Forbidden, ApiErrorType.Permission, () => Queue.GetAsync(_environment.Id, id));
        await FailsAsync(HttpStatusCode.Forbidden, ApiErrorType.Permission, () => AllAsync(_worker.Agents.ListAsync()));
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Queue.PollAsync(_environment.Id, new() { BlockTimeout = TimeSpan.FromMilliseconds(1000) }));
        await Queue.StopAsync(_environment.Id, id, new() { Force = true });
        await FailsAsync(HttpStatusCode.Conflict, ApiErrorType.Conflict, () => Queue.StopAsync(_environment.Id, id));
    }
}
