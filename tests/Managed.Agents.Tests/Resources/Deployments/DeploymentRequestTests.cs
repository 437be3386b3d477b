using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Deployments;

public sealed class DeploymentRequestTests
{
    private const string Deployment = """{"type":"deployment","id":"depl_1"}""";

    [Fact]
    public async Task A_deployment_is_created_from_short_forms()
    {
        using var server = MockServer.Start(Responses.Json(Deployment));
        using var client = Clients.To(server);

        await client.Deployments.CreateAsync(new()
        {
            Name = "nightly",
            Agent = "agent_1",
            EnvironmentId = "env_1",
            InitialEvents = ["Look at last night's logs."],
            Schedule = DeploymentSchedule.Cron("0 6 * * 1-5", "Europe/Paris"),
        }).Guarded();

        server.Request.Body.ShouldBe(
            """{"name":"nightly","agent":"agent_1","environment_id":"env_1","initial_events":[{"type":"user.message","content":[{"type":"text","text":"Look at last night's logs."}]}],"schedule":{"type":"cron","expression":"0 6 * * 1-5","timezone":"Europe/Paris"}}""");
    }

    [Fact]
    public async Task An_update_omits_clears_and_sets_fields()
    {
        using var server = MockServer.Start(Responses.Json(Deployment), Responses.Json(Deployment));
        using var client = Clients.To(server);

        await client.Deployments.UpdateAsync("depl_1", new()).Guarded();
        await client.Deployments.UpdateAsync("depl_1", new()
        {
            Agent = new AgentReference("agent_1", 7),
            Schedule = null,
            Budget = null,
            Resources = [],
            VaultIds = null,
            Metadata = new Dictionary<string, string?> { ["team"] = null },
        }).Guarded();

        server.Requests.Select(static request => request.Body).ShouldBe([
            "{}",
            """{"agent":{"type":"agent","id":"agent_1","version":7},"resources":[],"vault_ids":null,"schedule":null,"budget":null,"metadata":{"team":null}}""",
        ]);
    }

    [Fact]
    public async Task A_run_without_a_session_has_an_error()
    {
        using var server = MockServer.Start(
            Run("""{"type":"vault_archived_error","message":"The vault is archived."}"""),
            Run("""{"type":"new_error","message":"Something new."}"""));
        using var client = Clients.To(server);

        var known = await client.Deployments.RunAsync("depl_1").Guarded();
        var unknown = await client.DeploymentRuns.GetAsync("drun_1").Guarded();

        server.Requests[0].Target.ShouldBe("/v1/deployments/depl_1/run");
        server.Requests[0].Body.ShouldBeEmpty();
        known.Error.ShouldBe(new VaultArchivedError { Message = "The vault is archived." });
        known.TriggerContext.ShouldBeOfType<ScheduleTrigger>().ScheduledAt.Hour.ShouldBe(6);
        unknown.Error.ShouldBeOfType<UnknownDeploymentError>().Message.ShouldBe("Something new.");
    }

    [Fact]
    public async Task A_run_request_is_not_retried()
    {
        using var server = MockServer.Start(Responses.Error(502));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Deployments.RunAsync("depl_1").Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_schedule_is_kept()
    {
        using var server = MockServer.Start(Responses.Json(
            """{"type":"deployment","id":"depl_1","schedule":{"type":"lunar","phase":"full"},"status":"paused","paused_reason":{"type":"error","error":{"type":"agent_archived_error"}}}"""));
        using var client = Clients.To(server);

        var deployment = await client.Deployments.GetAsync("depl_1").Guarded();

        deployment.Schedule.ShouldBeOfType<UnknownDeploymentSchedule>().Type.ShouldBe("lunar");
        deployment.PausedReason.ShouldBeOfType<ErrorPause>().Error.ShouldBe(new AgentArchivedError());
    }

    private static CannedResponse Run(string error) => Responses.Json(
        $$"""
        {"type":"deployment_run","id":"drun_1","deployment_id":"depl_1","agent":{"type":"agent","id":"agent_1","version":2},"session_id":null,
         "trigger_context":{"type":"schedule","scheduled_at":"2026-11-20T06:00:00Z"},"created_at":"2026-11-20T06:00:12Z","error":{{error}}}
        """);
}
