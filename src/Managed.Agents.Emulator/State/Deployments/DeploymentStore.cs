using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The deployments of the emulator, the operations on them, and what their schedules start.</summary>
internal sealed class DeploymentStore(DeploymentRules rules, DeploymentRunner runner, DeploymentRunStore runs, EmulatorServices services, ScheduleJitter? jitter) : IDisposable
{
    private const int MaxScheduled = 1000;

    private readonly Dictionary<string, DeploymentState> _deployments = new(StringComparer.Ordinal);

    public JsonNode Create(ApiCall call)
    {
        lock (_deployments)
        {
            var definition = rules.Apply(stored: null, call.Body);
            var schedule = rules.Schedule(definition);
            DemandPlace(schedule, self: null);

            var id = services.NewId("depl");
            var timer = new ScheduleTimer(services.Time, jitter, tick => RunScheduled(id, tick));
            var deployment = new DeploymentState(id, services.NextSequence(), services.Now(), timer) { Definition = definition, Schedule = schedule };
            _deployments[id] = deployment;
            timer.Set(schedule);
            return ToJson(deployment);
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (_deployments)
        {
            return ToJson(Find(call));
        }
    }

    public JsonNode Update(ApiCall call) => Change(call, deployment =>
    {
        var definition = rules.Apply(deployment.Definition, call.Body);
        var schedule = rules.Schedule(definition);
        DemandPlace(schedule, deployment);
        var isOther = !JsonNode.DeepEquals(definition["schedule"], deployment.Definition["schedule"]);
        deployment.Definition = definition;
        deployment.UpdatedAt = services.Now();
        if (isOther)
        {
            deployment.Schedule = schedule;
            SetTimer(deployment);
        }
    });

    public JsonNode Pause(ApiCall call) => Change(call, deployment => Pause(deployment, Json.Typed("manual")));

    public JsonNode Unpause(ApiCall call) => Change(call, deployment =>
    {
        if (deployment.PausedReason is not null)
        {
            deployment.PausedReason = null;
            deployment.UpdatedAt = services.Now();
            SetTimer(deployment);
        }
    });

    public JsonNode Archive(ApiCall call)
    {
        lock (_deployments)
        {
            var deployment = Find(call);
            Archive(deployment);
            return ToJson(deployment);
        }
    }

    /// <summary>Archives what would start an agent that is archived now.</summary>
    public void ArchiveOf(string agentId)
    {
        lock (_deployments)
        {
            foreach (var deployment in _deployments.Values.Where(deployment => deployment.AgentId == agentId))
            {
                Archive(deployment);
            }
        }
    }

    public JsonNode Run(ApiCall call)
    {
        lock (_deployments)
        {
            return Run(Changeable(call), Json.Typed("manual")).ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        var archivedToo = call.Query.Flag("include_archived") ?? false;
        var agentId = call.Query.Text("agent_id");
        var status = call.Query.Text("status");
        lock (_deployments)
        {
            return new ResourceList(call).Page(
                _deployments.Values.Where(deployment => (archivedToo || deployment.ArchivedAt is null)
                    && (agentId is null || deployment.AgentId == agentId)
                    && (status is null || deployment.Status == status)),
                ToJson);
        }
    }

    public void Dispose()
    {
        lock (_deployments)
        {
            foreach (var deployment in _deployments.Values)
            {
                deployment.Timer.Dispose();
            }
        }
    }

    private void RunScheduled(string id, ScheduleTimer timer)
    {
        lock (_deployments)
        {
            // A tick can be overtaken by a change of the deployment, which has set the timer anew; and one that is late stands for several.
            while (timer.IsDue())
            {
                var deployment = _deployments[id];
                deployment.LastRunAt = services.Now();
                Run(deployment, new JsonObject { ["type"] = "schedule", ["scheduled_at"] = Json.TimeOrNull(timer.ScheduledAt) });
                if (timer.ScheduledAt is not null)
                {
                    timer.SetNext(deployment.Schedule!);
                }
            }
        }
    }

    private DeploymentRunState Run(DeploymentState deployment, JsonObject trigger)
    {
        var run = runner.Run(deployment, trigger);
        runs.Add(run);
        if (run.Failure is { IsLasting: true } failure)
        {
            Pause(deployment, failure.ToPausedReason());
        }

        return run;
    }

    private JsonObject Change(ApiCall call, Action<DeploymentState> change)
    {
        lock (_deployments)
        {
            var deployment = Changeable(call);
            change(deployment);
            return ToJson(deployment);
        }
    }

    private void Pause(DeploymentState deployment, JsonObject reason)
    {
        if (deployment.PausedReason is null)
        {
            deployment.PausedReason = reason;
            deployment.UpdatedAt = services.Now();
            SetTimer(deployment);
        }
    }

    private void Archive(DeploymentState deployment)
    {
        if (deployment.ArchivedAt is null)
        {
            deployment.ArchivedAt = services.Now();
            deployment.UpdatedAt = services.Now();
            deployment.PausedReason = null;
            SetTimer(deployment);
        }
    }

    private static void SetTimer(DeploymentState deployment) =>
        deployment.Timer.Set(deployment.ArchivedAt is null && deployment.PausedReason is null ? deployment.Schedule : null);

    private void DemandPlace(CronSchedule? schedule, DeploymentState? self)
    {
        if (schedule is not null && _deployments.Values.Count(other => other != self && other.ArchivedAt is null && other.Schedule is not null) >= MaxScheduled)
        {
            throw ApiError.InvalidRequest($"schedule: an organization has at most {MaxScheduled} deployments with a schedule; archive some.");
        }
    }

    private JsonObject ToJson(DeploymentState deployment) => deployment.ToJson(services.Now());

    private DeploymentState Changeable(ApiCall call)
    {
        var deployment = Find(call);
        return deployment.ArchivedAt is null ? deployment : throw ApiError.InvalidRequest($"Deployment {deployment.Id} is archived for good.");
    }

    private DeploymentState Find(ApiCall call)
    {
        var id = call.Route("deployment_id");
        return _deployments.GetValueOrDefault(id) ?? throw ApiError.NotFound($"There is no deployment {id}.");
    }
}
