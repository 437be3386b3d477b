using System.Text.Json.Nodes;

namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>The events of a session in the order of its stream. Each method adds what the service reports. Calls and queued inputs have a label, which is the end of their id.</summary>
internal sealed class RecordedHistory(string name)
{
    private readonly List<RecordedEvent> _events = [];

    public string Name => name;

    public IReadOnlyList<RecordedEvent> Events => _events;

    public static string IdOf(string label) => "sevt_" + label;

    public RecordedHistory Message(string? label = null) => Add("user.message", Text("go"), label);

    public RecordedHistory Queued(string label) => Add("user.message", Text("go"), label, isQueued: true);

    public RecordedHistory Outcome() => Add("user.define_outcome", new JsonObject { ["description"] = "Do it.", ["outcome_id"] = "outc_1", ["rubric"] = new JsonObject { ["type"] = "text", ["content"] = "It is done." } });

    public RecordedHistory Running() => Add("session.status_running");

    public RecordedHistory Rescheduled() => Add("session.status_rescheduled");

    public RecordedHistory Terminated() => Add("session.status_terminated");

    /// <summary>The session is idle. The service reports the usage first.</summary>
    public RecordedHistory Idle(string reason = "end_turn") => Usage().Add("session.status_idle", new JsonObject { ["stop_reason"] = new JsonObject { ["type"] = reason } });

    public RecordedHistory Waiting(params string[] calls) => Usage().Add("session.status_idle", new JsonObject { ["stop_reason"] = Required(calls) });

    /// <summary>A message, and the session is running.</summary>
    public RecordedHistory Begin() => Message().Running();

    /// <summary>A whole turn without calls.</summary>
    public RecordedHistory Turn() => Begin().Reply().Idle();

    public RecordedHistory Reply() => Add("agent.message", Text("done"));

    public RecordedHistory Span() => Add("span.model_request_start").Add("span.model_request_end", new JsonObject { ["model_request_start_id"] = "sevt_x" });

    public RecordedHistory Call(string label, string tool = "pay", string? thread = null) => Add("agent.custom_tool_use", Use(label, tool), label, thread);

    public RecordedHistory BuiltIn(string label, string permission, string tool = "bash", string? thread = null) =>
        Add("agent.tool_use", Use(label, tool, permission), label, thread);

    public RecordedHistory Mcp(string label, string permission, string? thread = null)
    {
        var use = Use(label, "search", permission);
        use["mcp_server_name"] = "shop";
        return Add("agent.mcp_tool_use", use, label, thread);
    }

    public RecordedHistory Result(string call, string? thread = null) => Add("user.custom_tool_result", new JsonObject { ["custom_tool_use_id"] = IdOf(call) }, thread: thread);

    public RecordedHistory BuiltInResult(string call) => Add("user.tool_result", new JsonObject { ["tool_use_id"] = IdOf(call) });

    public RecordedHistory ServiceResult(string call) => Add("agent.tool_result", new JsonObject { ["tool_use_id"] = IdOf(call) });

    public RecordedHistory McpResult(string call) => Add("agent.mcp_tool_result", new JsonObject { ["mcp_tool_use_id"] = IdOf(call) });

    public RecordedHistory Allow(string call) => Confirm(call, "allow");

    public RecordedHistory Deny(string call) => Confirm(call, "deny");

    public RecordedHistory Interrupt(string? thread = null, string? label = null) => Add("user.interrupt", label: label, thread: thread);

    public RecordedHistory QueuedInterrupt(string label, string? thread = null) => Add("user.interrupt", label: label, thread: thread, isQueued: true);

    public RecordedHistory ThreadStarts(string thread) =>
        Add("session.thread_created", new JsonObject { ["agent_name"] = "helper" }, thread: thread).Add("session.thread_status_running", thread: thread);

    public RecordedHistory ThreadIdle(string thread, string reason = "end_turn") =>
        Add("session.thread_status_idle", new JsonObject { ["stop_reason"] = new JsonObject { ["type"] = reason } }, thread: thread);

    public RecordedHistory ThreadWaiting(string thread, params string[] calls) => Add("session.thread_status_idle", new JsonObject { ["stop_reason"] = Required(calls) }, thread: thread);

    public RecordedHistory ThreadTerminated(string thread) => Add("session.thread_status_terminated", thread: thread);

    public RecordedHistory WorkflowStarts(string run) =>
        Add("workflow_run.created", new JsonObject { ["workflow_run_id"] = run, ["name"] = "many" }).Add("workflow_run.status_running", new JsonObject { ["workflow_run_id"] = run });

    public RecordedHistory WorkflowPhase(string run) => Add("workflow_run.phase_started", new JsonObject { ["workflow_run_id"] = run, ["phase_id"] = "wrph_1" });

    public RecordedHistory WorkflowEnds(string run) =>
        Add("workflow_run.status_ended", new JsonObject { ["workflow_run_id"] = run, ["result"] = new JsonObject { ["type"] = "completed" } });

    public RecordedHistory Evaluation(string result) =>
        Add("span.outcome_evaluation_start", new JsonObject { ["outcome_id"] = "outc_1" }).Add("span.outcome_evaluation_end", new JsonObject { ["outcome_id"] = "outc_1", ["result"] = result });

    public RecordedHistory Error(string retry) => Add(
        "session.error", new JsonObject { ["error"] = new JsonObject { ["type"] = "unknown_error", ["message"] = "failed", ["retry_status"] = new JsonObject { ["type"] = retry } } });

    public RecordedHistory BudgetRaised() => Add("session.updated", new JsonObject { ["budget"] = RecordedSession.Budget("500") });

    public RecordedHistory Unrecognized() => Add("agent.daydream", new JsonObject { ["about"] = "sheep" });

    /// <summary>Adds what another builder method adds, several times.</summary>
    public RecordedHistory Times(int count, Func<RecordedHistory, int, RecordedHistory> add) => Enumerable.Range(0, count).Aggregate(this, add);

    private static JsonObject Text(string text) => new() { ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) };

    // The input has the id of the call, so that a function knows which call it runs.
    private static JsonObject Use(string label, string tool, string? permission = null)
    {
        var use = new JsonObject { ["name"] = tool, ["input"] = new JsonObject { ["call"] = IdOf(label) } };
        if (permission is not null)
        {
            use["evaluated_permission"] = permission;
        }

        return use;
    }

    private static JsonObject Required(string[] calls) => new() { ["type"] = "requires_action", ["event_ids"] = new JsonArray([.. calls.Select(static call => JsonValue.Create(IdOf(call)))]) };

    private RecordedHistory Usage() => Add("session.usage", RecordedSession.Usage());

    private RecordedHistory Confirm(string call, string result) => Add("user.tool_confirmation", new JsonObject { ["tool_use_id"] = IdOf(call), ["result"] = result });

    private RecordedHistory Add(string type, JsonObject? fields = null, string? label = null, string? thread = null, bool isQueued = false)
    {
        var content = fields ?? [];
        if (thread is not null)
        {
            content["session_thread_id"] = thread;
        }

        _events.Add(RecordedEvent.Of(_events.Count, type, label is null ? null : IdOf(label), content, isQueued));
        return this;
    }
}
