using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The activity of a thread. Only a working thread keeps the session running.</summary>
internal enum ThreadActivity
{
    Idle,
    Working,
    AwaitsClient,
    AwaitsThreads,
    AwaitsBudget,
}

/// <summary>A thread of a session: the primary one or a child. Guarded by the lock of its session.</summary>
internal sealed class SessionThread(string id, string sessionId, JsonObject agent, SessionThread? parent, long sequence, DateTimeOffset createdAt) : IListed
{
    private readonly Dictionary<AgentScript, int> _turns = [];

    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public bool IsPrimary => parent is null;

    /// <summary>The agent of this thread. A session update can change the primary thread's agent.</summary>
    public JsonObject Agent { get; set; } = agent;

    /// <summary>The agent name in events of the thread.</summary>
    public string AgentName { get => field ?? Agent.Text("name") ?? ""; init; }

    /// <summary>The configuration of the model. An advisor has only the model's id.</summary>
    public JsonObject Model => Agent["model"] as JsonObject ?? new JsonObject { ["id"] = Agent.Text("model") };

    /// <summary>Whether the thread counts towards the session's limit of child threads.</summary>
    public bool CountsAsChild { get; init; }

    public string? WorkflowRunId { get; init; }

    public EventLog Log { get; } = new();

    public SessionStatus Status { get; set; }

    public ThreadActivity Activity { get; set; }

    public Turn? Turn { get; set; }

    /// <summary>The stop reason of the last idle event.</summary>
    public StopReason Stop { get; set; } = StopReason.EndTurn;

    public List<PendingCall> Pending { get; } = [];

    public UsageMeter Usage { get; } = new();

    public RunClock Clock { get; } = new();

    public ContextSize Context { get; } = new();

    /// <summary>The last message of the agent.</summary>
    public string LastMessage { get; set; } = "";

    /// <summary>The calls that wait for the client. Empty once the turn is ending.</summary>
    public IEnumerable<PendingCall> Unanswered => Turn is { Gate.IsEnding: false }
        ? Pending.Where(static call => call.Answer is null && call.Kind is not PendingKind.Service)
        : [];

    /// <summary>Counts a use of a script on this thread, and returns the number of earlier uses.</summary>
    public int CountTurn(AgentScript script)
    {
        var before = _turns.GetValueOrDefault(script);
        _turns[script] = before + 1;
        return before;
    }

    public JsonObject ToJson(DateTimeOffset now) => new()
    {
        ["id"] = id,
        ["type"] = "session_thread",
        ["session_id"] = sessionId,
        ["agent"] = Agent.Copy(),
        ["status"] = Status.ToWireName(),
        ["parent_thread_id"] = parent?.Id,
        ["workflow_run_id"] = WorkflowRunId,
        ["usage"] = Clock.HasIdled ? Usage.ToJson(Clock.ActiveSeconds(now), Model) : null,
        ["stats"] = Clock.HasRun ? Clock.ToJson(createdAt, now) : null,
        ["created_at"] = Json.Time(createdAt),
        ["updated_at"] = Json.Time(UpdatedAt),
        ["archived_at"] = Json.TimeOrNull(ArchivedAt),
    };
}
