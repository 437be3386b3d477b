using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>What the two ways of writing tool calls share.</summary>
internal static class ToolInput
{
    public static JsonObject Parse(string input) =>
        JsonNode.Parse(input) as JsonObject ?? throw new ArgumentException("A tool's input is a JSON object.", nameof(input));

    public static void Judge(ScriptedCall? call, string verdict, string reasonCode)
    {
        if (call is null or CustomCall)
        {
            throw new InvalidOperationException("A verdict belongs right behind the call of a built-in or an MCP tool.");
        }

        call.Verdict = verdict;
        call.ReasonCode = reasonCode;
    }
}
