namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>Which calls are open after the events of a session, computed from the JSON alone: each call is compared with every event.</summary>
internal static class PrefixExpectation
{
    private static readonly string[] CallFields = ["custom_tool_use_id", "tool_use_id", "mcp_tool_use_id"];

    /// <summary>The calls without a result, a denial, a processed interrupt of their thread or session after them, or an idle status other than requires_action after them.</summary>
    public static IReadOnlyList<RecordedCall> OpenCalls(IReadOnlyList<RecordedEvent> events)
    {
        var open = new List<RecordedCall>();
        for (var i = 0; i < events.Count; i++)
        {
            var use = events[i];
            if (use.Type is not ("agent.custom_tool_use" or "agent.tool_use" or "agent.mcp_tool_use"))
            {
                continue;
            }

            var about = events.Where(other => CallFields.Any(field => other.Text(field) == use.Id)).ToList();
            var decision = about.Find(static other => other.Type == "user.tool_confirmation")?.Text("result");
            if (decision != "deny" && about.TrueForAll(static other => other.Type == "user.tool_confirmation") && !events.Skip(i + 1).Any(later => Closes(later, use.ThreadId)))
            {
                open.Add(new RecordedCall(use, IsAllowed: decision == "allow"));
            }
        }

        return open;
    }

    /// <summary>Whether the last turn is over, so that a turn that is resumed there ends without waiting.</summary>
    public static bool IsOver(IReadOnlyList<RecordedEvent> events)
    {
        var last = events.LastOrDefault(static one => one.Type.StartsWith("session.status_", StringComparison.Ordinal) || IsInput(one));
        return last is { Type: "session.status_terminated" }
            || (last is { Type: "session.status_idle", StopReason: not ("requires_action" or "budget_reached") } && !IsWorkflowRunning(events) && (QueuedInputs(events).Count == 0 || last.StopReason == "retries_exhausted"));
    }

    public static bool IsWorkflowRunning(IReadOnlyList<RecordedEvent> events) =>
        events.Where(static one => one.Type == "workflow_run.created").Select(static one => one.Text("workflow_run_id")).Except(
            events.Where(static one => one.Type == "workflow_run.status_ended").Select(static one => one.Text("workflow_run_id"))).Any();

    /// <summary>The inputs that the session has not processed.</summary>
    public static IReadOnlyList<RecordedEvent> QueuedInputs(IReadOnlyList<RecordedEvent> events) =>
        [.. events.Where(one => one.ProcessedAt is null && !events.Any(other => other.Id == one.Id && other.ProcessedAt is not null))];

    private static bool IsInput(RecordedEvent one) => one.ProcessedAt is not null && one.Type is "user.message" or "user.define_outcome";

    private static bool Closes(RecordedEvent later, string? thread) => later.Type switch
    {
        "user.interrupt" => later.ProcessedAt is not null && (later.ThreadId is null || later.ThreadId == thread),
        "session.status_idle" => later.StopReason != "requires_action",
        "session.status_terminated" => true,
        "session.thread_status_idle" => later.ThreadId == thread && later.StopReason != "requires_action",
        "session.thread_status_terminated" => later.ThreadId == thread,
        _ => false,
    };
}
