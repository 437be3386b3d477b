using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Shared methods for scripted tool calls.</summary>
internal static class ToolInput
{
    public static JsonObject Parse(string input) =>
        JsonNode.Parse(input) as JsonObject ?? throw new ArgumentException("The input of a tool must be a JSON object.", nameof(input));

    public static void SetVerdict(ScriptedCall? call, string verdict, string reasonCode)
    {
        if (call is null or CustomCall)
        {
            throw new InvalidOperationException("AutoAsk and AutoDeny must directly follow the call of a built-in or an MCP tool.");
        }

        call.Verdict = verdict;
        call.ReasonCode = reasonCode;
    }
}
