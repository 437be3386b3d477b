using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Deployments;

public sealed class DeploymentLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task A_deployment_is_created_updated_paused_listed_and_archived()
    {
        var created = await DeployAsync(DeploymentSchedule.Cron("30 2 * * *", "Europe/Paris"));
        (created.Status, created.Agent.Version, created.PausedReason).ShouldBe((DeploymentStatus.Active, 1, null));
        var schedule = created.Schedule.ShouldBeOfType<CronSchedule>();
        schedule.LastRunAt.ShouldBeNull();
        schedule.UpcomingRunsAt.Count.ShouldBe(5);
        schedule.UpcomingRunsAt[0].ShouldBe(new DateTimeOffset(2026, 11, 22, 1, 30, 0, TimeSpan.Zero));
        (await Client.Deployments.GetAsync(created.Id)).ShouldBe(created);

        var changed = await Client.Deployments.UpdateAsync(created.Id, new() { Name = "weekly", Schedule = DeploymentSchedule.Cron("0 8 * * 1", "UTC"), Description = "Every Monday." });
        (changed.Name, changed.Description).ShouldBe(("weekly", "Every Monday."));
        changed.InitialEvents.ShouldBe(created.InitialEvents);

        (await Client.Deployments.PauseAsync(created.Id)).PausedReason.ShouldBeOfType<ManualPause>();
        (await AllAsync(Client.Deployments.ListAsync(new() { Status = DeploymentStatus.Paused }))).Select(static found => found.Id).ShouldBe([created.Id]);
        (await Client.Deployments.UnpauseAsync(created.Id)).Status.ShouldBe(DeploymentStatus.Active);

        var archived = await Client.Deployments.ArchiveAsync(created.Id);
        archived.ArchivedAt.ShouldNotBeNull();
        archived.Schedule.ShouldBeOfType<CronSchedule>().UpcomingRunsAt.ShouldBeEmpty();
        (await AllAsync(Client.Deployments.ListAsync())).ShouldBeEmpty();
        (await AllAsync(Client.Deployments.ListAsync(new() { IncludeArchived = true, AgentId = created.Agent.Id }))).ShouldBe([archived]);
    }

    [Fact]
    public async Task Scheduled_and_manual_runs_start_sessions()
    {
        Emulator.OnUserMessage("Look at last night's logs.").Reply("All quiet.");
        var deployment = await DeployAsync(DeploymentSchedule.Cron("0 3 * * *", "UTC"));

        Clock.Advance(TimeSpan.FromDays(1));
        var manual = await Client.Deployments.RunAsync(deployment.Id);

        manual.TriggerContext.ShouldBe(new ManualTrigger());
        (await Client.DeploymentRuns.GetAsync(manual.Id)).ShouldBe(manual);
        var runs = await AllAsync(Client.DeploymentRuns.ListAsync(new() { DeploymentId = deployment.Id, HasError = false }));
        runs.Count.ShouldBe(2);
        runs[0].ShouldBe(manual);
        runs[1].TriggerContext.ShouldBeOfType<ScheduleTrigger>().ScheduledAt.ShouldBe(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
        (await AllAsync(Client.DeploymentRuns.ListAsync(new() { TriggerType = DeploymentTriggerType.Schedule }))).ShouldBe([runs[1]]);
        var session = await Client.Sessions.GetAsync(runs[1].SessionId.ShouldNotBeNull());
        session.DeploymentId.ShouldBe(deployment.Id);
        (await AllAsync(Client.Sessions.ListAsync(new() { DeploymentId = deployment.Id }))).Select(static found => found.Id).ShouldBe([manual.SessionId!, session.Id], ignoreOrder: true);
        var first = (await AllAsync(Client.Sessions.Events.ListAsync(session.Id))).OfType<UserMessageEvent>().ShouldHaveSingleItem();
        first.Content.OfType<TextBlock>().Single().Text.ShouldBe("Look at last night's logs.");
    }

    [Fact]
    public async Task A_permanently_failed_run_pauses_the_deployment_until_it_is_fixed()
    {
        var deployment = await DeployAsync(DeploymentSchedule.Cron("0 3 * * *", "UTC"));
        var vault = await Client.Vaults.CreateAsync(new() { DisplayName = "Ada" });
        await Client.Deployments.UpdateAsync(deployment.Id, new() { VaultIds = [vault.Id] });
        await Client.Vaults.DeleteAsync(vault.Id);

        Clock.Advance(TimeSpan.FromDays(2));

        var failed = (await AllAsync(Client.DeploymentRuns.ListAsync(new() { HasError = true }))).ShouldHaveSingleItem();
        failed.SessionId.ShouldBeNull();
        failed.Error.ShouldBeOfType<VaultNotFoundError>().Message.ShouldNotBeNull().ShouldContain(vault.Id);
        (await Client.Deployments.GetAsync(deployment.Id)).PausedReason.ShouldBeOfType<ErrorPause>().Error.ShouldBe(new VaultNotFoundError());

        await Client.Deployments.UpdateAsync(deployment.Id, new() { VaultIds = [] });
        await Client.Deployments.UnpauseAsync(deployment.Id);
        Clock.Advance(TimeSpan.FromDays(1));
        (await AllAsync(Client.DeploymentRuns.ListAsync(new() { HasError = false }))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_rate_limited_run_is_recorded_and_not_retried()
    {
        var deployment = await DeployAsync(schedule: null);
        Emulator.Faults.OnRequests("sessions.create").Once().Fail(429);

        (await Client.Deployments.RunAsync(deployment.Id)).Error.ShouldBeOfType<SessionRateLimitedError>();

        (await Client.Deployments.GetAsync(deployment.Id)).Status.ShouldBe(DeploymentStatus.Active);
        (await AllAsync(Client.DeploymentRuns.ListAsync(new() { DeploymentId = deployment.Id }))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Invalid_requests_are_rejected()
    {
        var deployment = await DeployAsync(schedule: null);

        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Deployments.GetAsync("depl_none"));
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.DeploymentRuns.GetAsync("drun_none"));
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Deployments.RunAsync("depl_none"));
        (await AllAsync(Client.DeploymentRuns.ListAsync(new() { DeploymentId = "depl_none" }))).ShouldBeEmpty();
        var cron = await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () =>
            Client.Deployments.UpdateAsync(deployment.Id, new() { Schedule = DeploymentSchedule.Cron("@daily", "UTC") }));
        cron.Message.ShouldContain("@daily");
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () =>
            Client.Deployments.UpdateAsync(deployment.Id, new() { Schedule = DeploymentSchedule.Cron("0 3 * * *", "Mars/Olympus") }));
        await Client.Deployments.ArchiveAsync(deployment.Id);
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Deployments.RunAsync(deployment.Id));
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Deployments.UpdateAsync(deployment.Id, new() { Name = "again" }));
    }

    private async Task<Deployment> DeployAsync(DeploymentSchedule? schedule)
    {
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = "nights" });
        return await Client.Deployments.CreateAsync(new()
        {
            Name = "nightly",
            Agent = agent.Id,
            EnvironmentId = environment.Id,
            InitialEvents = ["Look at last night's logs."],
            Schedule = schedule,
        });
    }
}
