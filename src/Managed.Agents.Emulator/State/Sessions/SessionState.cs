using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The state of a session. Guarded by its own lock, <see cref="Sync"/>.</summary>
internal sealed class SessionState : IListed
{
    public SessionState(string id, long sequence, DateTimeOffset createdAt, JsonObject agent, string primaryThreadId)
    {
        Id = id;
        Sequence = sequence;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
        Agent = agent;
        Primary = new SessionThread(primaryThreadId, id, ThreadAgent(agent), parent: null, sequence, createdAt);
        Threads = [Primary];
    }

    public object Sync { get; } = new();

    public string Id { get; }

    public long Sequence { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public required string EnvironmentId { get; init; }

    public bool IsSelfHosted { get; init; }

    /// <summary>The deployment that started the session, or null when a client created it.</summary>
    public string? DeploymentId { get; init; }

    public JsonObject Agent { get; private set; }

    public string? Title { get; set; }

    public JsonObject Metadata { get; set; } = [];

    public JsonArray VaultIds { get; init; } = [];

    public JsonObject? Budget { get; set; }

    public List<SessionResource> Resources { get; } = [];

    public List<JsonObject> OutcomeEvaluations { get; } = [];

    /// <summary>The active or queued outcome.</summary>
    public OutcomeRun? Outcome { get; set; }

    /// <summary>Workflow runs that have not ended.</summary>
    public List<WorkflowRun> OpenRuns { get; } = [];

    /// <summary>The calls of archived threads that were waiting for a confirmation. A late confirmation is accepted and has no effect.</summary>
    public HashSet<string> ClosedConfirmations { get; } = new(StringComparer.Ordinal);

    public SessionStatus Status { get; set; }

    /// <summary>When the last idle event was sent.</summary>
    public DateTimeOffset? IdleSince { get; set; }

    public List<SessionThread> Threads { get; }

    public SessionThread Primary { get; }

    public UsageMeter Usage { get; } = new();

    public RunClock Clock { get; } = new();

    public bool HasMemoryStore(string id)
    {
        lock (Sync)
        {
            return Resources.Exists(resource => resource.Content.Text("memory_store_id") == id);
        }
    }

    public bool IsTerminated => Status is SessionStatus.Terminated;

    /// <summary>Returns the agent of a thread: the agent of the session without its roster.</summary>
    public static JsonObject ThreadAgent(JsonObject agent)
    {
        var thread = agent.Copy();
        thread.Remove("multiagent");
        return thread;
    }

    public void ChangeAgent(JsonObject agent)
    {
        Agent = agent;
        Primary.Agent = ThreadAgent(agent);
    }

    /// <summary>Returns the status that clients see. It can still be running for a short time after an idle event.</summary>
    public SessionStatus ReportedStatus(DateTimeOffset now, TimeSpan idleDelay) =>
        Status is SessionStatus.Idle && now - IdleSince < idleDelay ? SessionStatus.Running : Status;

    public JsonObject UsageJson(DateTimeOffset now) => Usage.ToJson(Clock.ActiveSeconds(now), Primary.Model);

    public JsonObject ToJson(DateTimeOffset now, TimeSpan idleDelay) => new()
    {
        ["id"] = Id,
        ["type"] = "session",
        ["status"] = ReportedStatus(now, idleDelay).ToWireName(),
        ["title"] = Title,
        ["agent"] = Agent.Copy(),
        ["environment_id"] = EnvironmentId,
        ["metadata"] = Metadata.Copy(),
        ["resources"] = new JsonArray([.. Resources.Select(static resource => resource.ToJson())]),
        ["vault_ids"] = VaultIds.Copy(),
        ["outcome_evaluations"] = new JsonArray([.. OutcomeEvaluations.Select(static outcome => outcome.Copy())]),
        ["budget"] = Budget?.Copy(),
        ["deployment_id"] = DeploymentId,
        ["usage"] = UsageJson(now),
        ["stats"] = StatsJson(now),
        ["created_at"] = Json.Time(CreatedAt),
        ["updated_at"] = Json.Time(UpdatedAt),
        ["archived_at"] = Json.TimeOrNull(ArchivedAt),
    };

    // The usage counts the time of overlapping threads once. This is the sum over all threads.
    private JsonObject StatsJson(DateTimeOffset now) => new()
    {
        ["active_seconds"] = Threads.Sum(thread => thread.Clock.ActiveSeconds(now)),
        ["duration_seconds"] = (now - CreatedAt).TotalSeconds,
    };
}
