using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The deployments of the emulator, changed by clients and by their schedules. Guarded by its own lock, <see cref="Sync"/>.</summary>
internal sealed class DeploymentStore(DeploymentRunner runner, DeploymentRunStore runs, EmulatorServices services, ScheduleJitter? jitter) : IDisposable
{
    private const int MaxScheduled = 1000;

    private readonly Dictionary<string, DeploymentState> _deployments = new(StringComparer.Ordinal);

    public Lock Sync { get; } = new();

    public IEnumerable<DeploymentState> All => _deployments.Values;

    public DeploymentState Find(string id) => _deployments.GetValueOrDefault(id) ?? throw ApiError.NotFound($"There is no deployment {id}.");

    public DeploymentState Add(JsonObject definition, CronSchedule? schedule)
    {
        EnsureScheduleAllowed(schedule, self: null);
        var id = services.NewId("depl");
        var timer = new ScheduleTimer(services.Time, jitter, tick => RunScheduled(id, tick));
        var deployment = new DeploymentState(id, services.NextSequence(), services.Now(), timer) { Definition = definition, Schedule = schedule };
        _deployments[id] = deployment;
        timer.Set(schedule);
        return deployment;
    }

    public void Change(DeploymentState deployment, JsonObject definition, CronSchedule? schedule)
    {
        EnsureScheduleAllowed(schedule, deployment);
        var isScheduleChanged = !JsonNode.DeepEquals(definition["schedule"], deployment.Definition["schedule"]);
        deployment.Definition = definition;
        deployment.UpdatedAt = services.Now();
        if (isScheduleChanged)
        {
            deployment.Schedule = schedule;
            SetTimer(deployment);
        }
    }

    public DeploymentRunState Run(DeploymentState deployment, JsonObject trigger)
    {
        var run = runner.Run(deployment, trigger);
        runs.Add(run);
        if (run.Failure is { IsPermanent: true } failure)
        {
            Pause(deployment, failure.ToPausedReason());
        }

        return run;
    }

    public void Pause(DeploymentState deployment, JsonObject reason)
    {
        if (deployment.PausedReason is null)
        {
            deployment.PausedReason = reason;
            deployment.UpdatedAt = services.Now();
            SetTimer(deployment);
        }
    }

    public void Unpause(DeploymentState deployment)
    {
        if (deployment.PausedReason is not null)
        {
            deployment.PausedReason = null;
            deployment.UpdatedAt = services.Now();
            SetTimer(deployment);
        }
    }

    public void Archive(DeploymentState deployment)
    {
        if (deployment.ArchivedAt is null)
        {
            deployment.ArchivedAt = services.Now();
            deployment.UpdatedAt = services.Now();
            deployment.PausedReason = null;
            SetTimer(deployment);
        }
    }

    /// <summary>Archives the deployments of an agent that was archived.</summary>
    public void ArchiveForAgent(string agentId)
    {
        lock (Sync)
        {
            foreach (var deployment in All.Where(deployment => deployment.AgentId == agentId))
            {
                Archive(deployment);
            }
        }
    }

    public void Dispose()
    {
        lock (Sync)
        {
            foreach (var deployment in All)
            {
                deployment.Timer.Dispose();
            }

            // If the timer's callback is already queued, it finds nothing to start.
            _deployments.Clear();
        }
    }

    private static void SetTimer(DeploymentState deployment) =>
        deployment.Timer.Set(deployment.ArchivedAt is null && deployment.PausedReason is null ? deployment.Schedule : null);

    private void RunScheduled(string id, ScheduleTimer timer)
    {
        lock (Sync)
        {
            // The deployment may have changed and reset the timer before this callback runs. A late callback starts a run for every time
            // since.
            while (_deployments.TryGetValue(id, out var deployment) && timer.IsDue())
            {
                deployment.LastRunAt = services.Now();
                var run = Run(deployment, new JsonObject { ["type"] = "schedule", ["scheduled_at"] = Json.TimeOrNull(timer.ScheduledAt) });
                services.Webhooks?.Send("deployment_run.started", run.Id);
                services.Webhooks?.Send(run.Failure is null ? "deployment_run.succeeded" : "deployment_run.failed", run.Id);
                if (timer.ScheduledAt is not null)
                {
                    timer.SetNext(deployment.Schedule!);
                }
            }
        }
    }

    private void EnsureScheduleAllowed(CronSchedule? schedule, DeploymentState? self)
    {
        if (schedule is not null && All.Count(other => other != self && other.ArchivedAt is null && other.Schedule is not null) >= MaxScheduled)
        {
            throw ApiError.InvalidRequest($"schedule: an organization can have at most {MaxScheduled} deployments with a schedule; archive some.");
        }
    }
}
