using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A deployment. Guarded by the lock of its store.</summary>
internal sealed class DeploymentState(string id, long sequence, DateTimeOffset createdAt, ScheduleTimer timer) : IListed
{
    private const int UpcomingRuns = 5;

    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>The fields that a client can write, with defaults applied and checked.</summary>
    public required JsonObject Definition { get; set; }

    public CronSchedule? Schedule { get; set; }

    /// <summary>Fires at the next scheduled time.</summary>
    public ScheduleTimer Timer => timer;

    /// <summary>Why the deployment is paused, or null while it is active.</summary>
    public JsonObject? PausedReason { get; set; }

    /// <summary>When the schedule last started a run.</summary>
    public DateTimeOffset? LastRunAt { get; set; }

    /// <summary>The status that clients see. An archived deployment is active.</summary>
    public DeploymentStatus Status => PausedReason is null ? DeploymentStatus.Active : DeploymentStatus.Paused;

    public string AgentId => Definition["agent"].Text("id")!;

    public JsonObject ToJson(DateTimeOffset now)
    {
        var deployment = new JsonObject { ["id"] = id, ["type"] = "deployment" };
        foreach (var (name, value) in Definition)
        {
            deployment[name] = value?.DeepClone();
        }

        if (deployment["budget"] is null)
        {
            deployment.Remove("budget");
        }

        if (deployment["schedule"] is JsonObject schedule)
        {
            var upcoming = ArchivedAt is null ? Schedule!.After(now).Take(UpcomingRuns) : [];
            schedule["last_run_at"] = Json.TimeOrNull(LastRunAt);
            schedule["upcoming_runs_at"] = new JsonArray([.. upcoming.Select(static time => JsonValue.Create(Json.Time(time)))]);
        }

        deployment["status"] = Status.ToWireName();
        deployment["paused_reason"] = PausedReason?.Copy();
        deployment["created_at"] = Json.Time(createdAt);
        deployment["updated_at"] = Json.Time(UpdatedAt);
        deployment["archived_at"] = Json.TimeOrNull(ArchivedAt);
        return deployment;
    }
}
