using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The events that carry results of tool calls. Guarded by the lock of the session.</summary>
internal static class ToolResults
{
    private const string Interrupted = "The execution was interrupted.";

    public static void Emit(EventEmitter events, SessionThread thread, string toolUseType, string callId, string text, bool isError)
    {
        var (type, field) = toolUseType == "agent.mcp_tool_use" ? ("agent.mcp_tool_result", "mcp_tool_use_id") : ("agent.tool_result", "tool_use_id");
        thread.Context.Read(text);
        events.Emit(thread, type, new JsonObject { [field] = callId, ["content"] = ModelRequest.Blocks(text), ["is_error"] = isError });
    }

    /// <summary>Closes a call that nobody will answer any more, in the form its answer would have had.</summary>
    public static void EmitInterrupted(EventEmitter events, SessionThread thread, PendingCall call)
    {
        if (call.Kind is PendingKind.CustomResult)
        {
            events.Emit(thread, "user.custom_tool_result", new JsonObject
            {
                ["custom_tool_use_id"] = call.EventId,
                ["content"] = ModelRequest.Blocks(Interrupted),
                ["is_error"] = true,
            });
        }
        else
        {
            Emit(events, thread, call.ToolUseType, call.EventId, Interrupted, isError: true);
        }
    }

    /// <summary>The text a client's result carries.</summary>
    public static string Text(JsonObject? answer) =>
        string.Join('\n', answer.Objects("content").Where(static block => block.Text("type") == "text").Select(static block => block.Text("text")));
}
