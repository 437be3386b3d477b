using System.Globalization;
using System.Text.Json.Nodes;

namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>A recorded session that continues where its record ends: it accepts answers, and its agent finishes the turn.</summary>
internal sealed class RecordedSession(IEnumerable<RecordedEvent> recorded, Func<DateTimeOffset> now)
{
    private static readonly string[] AnswerTypes = ["user.custom_tool_result", "user.tool_result", "user.tool_confirmation"];

    private readonly List<RecordedEvent> _events = [.. recorded];

    public IReadOnlyList<RecordedEvent> Events => _events;

    public bool IsWorking => !IsTerminated && (LastStatus is { Type: not "session.status_idle" } || HasUnfinishedInput || HasNewAnswer || (LastStatus is { StopReason: "end_turn" } && PrefixExpectation.IsWorkflowRunning(_events)));

    /// <summary>The calls for whose answer the session waits.</summary>
    public IReadOnlyList<RecordedCall> Awaited => [.. PrefixExpectation.OpenCalls(_events).Where(static call => call.AwaitsDecision || call.AwaitsResult)];

    public bool IsWaiting => LastStatus is { StopReason: "requires_action" } && !HasUnfinishedInput;

    public RecordedEvent? LastStatus => _events.LastOrDefault(static one => one.Type.StartsWith("session.status_", StringComparison.Ordinal));

    private bool HasNewAnswer => LastStatus is { StopReason: "requires_action" } && _events.FindLastIndex(static one => AnswerTypes.Contains(one.Type)) > _events.IndexOf(LastStatus);

    private bool IsTerminated => LastStatus is { Type: "session.status_terminated" };

    // When it stops retrying, the service discards what is queued.
    private bool HasUnfinishedInput => LastStatus is not { StopReason: "retries_exhausted" or "budget_reached" }
        && (PrefixExpectation.QueuedInputs(_events).Count > 0
            || _events.FindLastIndex(static one => one.ProcessedAt is not null && one.Type is "user.message" or "user.define_outcome") > _events.FindLastIndex(static one => one.Type.StartsWith("session.status_", StringComparison.Ordinal)));

    public static JsonObject Usage() => new() { ["usage"] = new JsonObject { ["input_tokens"] = 1, ["output_tokens"] = 1, ["list_cost"] = Amount("100") } };

    public static JsonObject Budget(string amount) => new() { ["type"] = "limit", ["max_list_cost"] = Amount(amount) };

    public JsonObject ToJson()
    {
        var status = IsTerminated ? "terminated" : LastStatus is { Type: "session.status_rescheduled" } ? "rescheduling" : IsWorking ? "running" : "idle";
        var session = Usage();
        session["type"] = "session";
        session["id"] = RecordedService.SessionId;
        session["status"] = status;
        session["agent"] = new JsonObject { ["type"] = "agent", ["id"] = "agent_1", ["name"] = "clerk", ["version"] = 1 };
        session["environment_id"] = "env_1";
        session["budget"] = LastStatus is { StopReason: "budget_reached" } ? Budget("100") : null;
        return session;
    }

    /// <summary>Accepts an input, or returns null if the session cannot accept it now.</summary>
    public RecordedEvent? Accept(JsonObject input)
    {
        var type = (string)input["type"]!;
        if (type == "user.message")
        {
            return IsWaiting || LastStatus is { StopReason: "budget_reached" } ? null : Emit(type, input, isQueued: true);
        }

        var id = (string?)(input["custom_tool_use_id"] ?? input["tool_use_id"]);
        var call = Awaited.FirstOrDefault(call => call.Id == id);
        if (call is null || call.AwaitsDecision != (type == "user.tool_confirmation") || call.IsCustom != (type == "user.custom_tool_result"))
        {
            return null;
        }

        var isIdle = LastStatus is { Type: "session.status_idle" };
        var answer = Emit(type, input);
        if (isIdle && Awaited.Count > 0)
        {
            Wait();
        }
        else if (isIdle)
        {
            Emit("session.status_running");
        }

        return answer;
    }

    /// <summary>Does what the agent does next. It ends in an idle session.</summary>
    public void Work()
    {
        foreach (var queued in IsWorking ? PrefixExpectation.QueuedInputs(_events) : [])
        {
            Emit(queued.Type, (JsonObject)JsonNode.Parse(queued.Json)!, queued.Id);
            if (queued.Type == "user.interrupt" && queued.ThreadId is null)
            {
                Stop("end_turn");
            }
        }

        if (!IsWorking)
        {
            return;
        }

        if (LastStatus is not { Type: "session.status_running" } && !(IsWaiting && Awaited.Count > 0))
        {
            Emit("session.status_running");
        }

        if (Awaited.Count > 0)
        {
            Wait();
            return;
        }

        foreach (var run in _events.Where(static one => one.Type == "workflow_run.created").Select(static one => one.Text("workflow_run_id")).Except(
            _events.Where(static one => one.Type == "workflow_run.status_ended").Select(static one => one.Text("workflow_run_id"))).ToList())
        {
            Emit("workflow_run.status_ended", new JsonObject { ["workflow_run_id"] = run, ["result"] = new JsonObject { ["type"] = "completed" } });
        }

        foreach (var call in PrefixExpectation.OpenCalls(_events))
        {
            var isMcp = call.Use.Type == "agent.mcp_tool_use";
            Emit(isMcp ? "agent.mcp_tool_result" : "agent.tool_result", new JsonObject { [isMcp ? "mcp_tool_use_id" : "tool_use_id"] = call.Id });
        }

        Emit("agent.message", new JsonObject { ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = "the end" }) });
        Stop("end_turn");
    }

    private static JsonObject Amount(string amount) => new() { ["amount"] = amount, ["currency"] = "USD" };

    private void Wait()
    {
        Emit("session.usage", Usage());
        Emit("session.status_idle", new JsonObject
        {
            ["stop_reason"] = new JsonObject { ["type"] = "requires_action", ["event_ids"] = new JsonArray([.. Awaited.Select(static call => JsonValue.Create(call.Id))]) },
        });
    }

    private void Stop(string reason)
    {
        Emit("session.usage", Usage());
        Emit("session.status_idle", new JsonObject { ["stop_reason"] = new JsonObject { ["type"] = reason } });
    }

    private RecordedEvent Emit(string type, JsonObject? fields = null, string? id = null, bool isQueued = false)
    {
        var content = (JsonObject)(fields ?? []).DeepClone();
        content["type"] = type;
        content["id"] = id ?? "sevt_n" + _events.Count.ToString("D4", CultureInfo.InvariantCulture);
        content["processed_at"] = isQueued ? null : now().ToString("O", CultureInfo.InvariantCulture);
        var emitted = new RecordedEvent(content);
        _events.Add(emitted);
        return emitted;
    }
}
