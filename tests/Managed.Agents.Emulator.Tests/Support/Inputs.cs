using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The events that a client sends.</summary>
public static class Inputs
{
    public static JsonObject Message(string text) => new() { ["type"] = "user.message", ["content"] = Text(text) };

    public static JsonObject System(string text) => new() { ["type"] = "system.message", ["content"] = Text(text) };

    public static JsonObject Interrupt(string? threadId = null)
    {
        var interrupt = new JsonObject { ["type"] = "user.interrupt" };
        if (threadId is not null)
        {
            interrupt["session_thread_id"] = threadId;
        }

        return interrupt;
    }

    public static JsonObject CustomResult(string callId, string text) =>
        new() { ["type"] = "user.custom_tool_result", ["custom_tool_use_id"] = callId, ["content"] = Text(text) };

    public static JsonObject ToolResult(string callId, string text) =>
        new() { ["type"] = "user.tool_result", ["tool_use_id"] = callId, ["content"] = Text(text) };

    public static JsonObject Allow(string callId) => new() { ["type"] = "user.tool_confirmation", ["tool_use_id"] = callId, ["result"] = "allow" };

    public static JsonObject Deny(string callId, string reason) =>
        new() { ["type"] = "user.tool_confirmation", ["tool_use_id"] = callId, ["result"] = "deny", ["deny_message"] = reason };

    public static JsonObject Outcome(string description, string rubric = "It works.", int? iterations = null) => new()
    {
        ["type"] = "user.define_outcome",
        ["description"] = description,
        ["rubric"] = new JsonObject { ["type"] = "text", ["content"] = rubric },
        ["max_iterations"] = iterations,
    };

    private static JsonArray Text(string text) => [new JsonObject { ["type"] = "text", ["text"] = text }];
}
