using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Emits the results of tool calls. Guarded by the lock of the session.</summary>
internal static class ToolResults
{
    private const int MaxCharacters = 100_000;
    private const int PreviewCharacters = 2_000;
    private const string Interrupted = "The execution was interrupted.";

    public static void Emit(EventEmitter events, SessionThread thread, string toolUseType, string callId, string text, bool isError)
    {
        var (type, field) = toolUseType == "agent.mcp_tool_use" ? ("agent.mcp_tool_result", "mcp_tool_use_id") : ("agent.tool_result", "tool_use_id");
        var shown = Shorten(text, callId);
        thread.Context.AddInput(shown);
        events.Emit(thread, type, new JsonObject { [field] = callId, ["content"] = ModelRequest.Blocks(shown), ["is_error"] = isError });
    }

    /// <summary>Closes an interrupted call with an error result of the type that it waits for.</summary>
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

    // Long output goes to a file in the sandbox. The model gets its beginning and the path.
    private static string Shorten(string text, string callId) => text.Length <= MaxCharacters
        ? text
        : $"{text[..PreviewCharacters]}\n\n[The output has {text.Length} characters. The complete output is in /mnt/session/tool_outputs/{callId}.txt]";

    /// <summary>Gets the text of a client's result.</summary>
    public static string Text(JsonObject? answer) =>
        string.Join('\n', answer.Objects("content").Where(static block => block.Text("type") == "text").Select(static block => block.Text("text")));
}
