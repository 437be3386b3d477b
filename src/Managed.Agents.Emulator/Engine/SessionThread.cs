using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>What a thread is doing. Only one that works keeps the session running.</summary>
internal enum ThreadActivity
{
    Idle,
    Working,
    AwaitsClient,
    AwaitsThreads,
    AwaitsBudget,
}

/// <summary>One conversation of a session: the primary agent's, or a child's. Guarded by the lock of its session.</summary>
internal sealed class SessionThread(string id, string sessionId, JsonObject agent, SessionThread? parent, long sequence, DateTimeOffset createdAt) : IListed
{
    private readonly Dictionary<AgentScript, int> _turns = [];

    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public bool IsPrimary => parent is null;

    /// <summary>The agent as this thread runs it; the primary's can be changed by a session update.</summary>
    public JsonObject Agent { get; set; } = agent;

    /// <summary>The name under which events report the thread.</summary>
    public string AgentName { get => field ?? Agent.Text("name") ?? ""; init; }

    /// <summary>The model's configuration; an advisor has but its name.</summary>
    public JsonObject Model => Agent["model"] as JsonObject ?? new JsonObject { ["id"] = Agent.Text("model") };

    /// <summary>Whether the thread takes one of the places a session has for children.</summary>
    public bool CountsAsChild { get; init; }

    public string? WorkflowRunId { get; init; }

    public EventLog Log { get; } = new();

    public SessionStatus Status { get; set; }

    public ThreadActivity Activity { get; set; }

    public Turn? Turn { get; set; }

    /// <summary>Why the thread went idle last.</summary>
    public StopReason Stop { get; set; } = StopReason.EndTurn;

    public List<PendingCall> Pending { get; } = [];

    public UsageMeter Usage { get; } = new();

    public RunClock Clock { get; } = new();

    public ContextSize Context { get; } = new();

    /// <summary>What the agent said last.</summary>
    public string LastMessage { get; set; } = "";

    /// <summary>The calls that wait for the client; none, once the turn has been told to end.</summary>
    public IEnumerable<PendingCall> Unanswered => Turn is { Gate.IsEnding: false }
        ? Pending.Where(static call => call.Answer is null && call.Kind is not PendingKind.Service)
        : [];

    /// <summary>How often a script has been used on this thread before.</summary>
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
