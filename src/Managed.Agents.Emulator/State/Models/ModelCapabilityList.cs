using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The capabilities of a model. In the emulator all models have the same ones: those that an agent needs.</summary>
internal static class ModelCapabilityList
{
    public static JsonObject ToJson(bool released)
    {
        var capabilities = new JsonObject
        {
            ["batch"] = Has(false),
            ["citations"] = Has(true),
            ["code_execution"] = Has(true),
            ["context_management"] = Group("clear_thinking_20251015", "clear_tool_uses_20250919", "compact_20260112"),
            ["effort"] = Group("low", "medium", "high", "xhigh", "max"),
            ["image_input"] = Has(true),
            ["pdf_input"] = Has(true),
            ["server_tools"] = Group("code_execution", "web_search"),
            ["structured_outputs"] = Has(true),
            ["thinking"] = new JsonObject { ["supported"] = true, ["types"] = Members("adaptive", "between_tools", "disabled", "enabled") },
        };
        if (!released)
        {
            capabilities["compaction"] = Group("summarize");
        }

        return capabilities;
    }

    private static JsonObject Has(bool supported) => new() { ["supported"] = supported };

    private static JsonObject Group(params string[] members)
    {
        var group = Members(members);
        group["supported"] = true;
        return group;
    }

    private static JsonObject Members(params string[] members)
    {
        var group = new JsonObject();
        foreach (var member in members)
        {
            group[member] = Has(true);
        }

        return group;
    }
}
