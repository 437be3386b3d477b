using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A tool of an agent: whether it is enabled, and its permission policy.</summary>
internal sealed record AgentTool(string Name, bool Enabled, string Policy, string? McpServer);

/// <summary>Looks up the tools of a stored agent.</summary>
internal static class AgentTools
{
    /// <summary>Returns the built-in tool with a name, or null if the agent does not have the toolset.</summary>
    public static AgentTool? Find(JsonObject agent, string name) =>
        ToolRules.BuiltIn.Contains(name) && agent.Objects("tools").FirstOrDefault(static tool => tool.Text("type") == ToolRules.Toolset) is { } toolset
            ? Configured(toolset, name, server: null)
            : null;

    /// <summary>Returns a tool of an MCP server. The emulator does not know the tools of a server, so it accepts every name.</summary>
    public static AgentTool? FindMcp(JsonObject agent, string server, string name) =>
        agent.Objects("tools").FirstOrDefault(tool => tool.Text("type") == ToolRules.McpToolset && tool.Text("mcp_server_name") == server) is { } toolset
            ? Configured(toolset, name, server)
            : null;

    public static bool HasCustom(JsonObject agent, string name) =>
        agent.Objects("tools").Any(tool => tool.Text("type") == ToolRules.Custom && tool.Text("name") == name);

    /// <summary>Returns the name of the custom tool that a text mentions, or null.</summary>
    public static string? CustomNamedIn(JsonObject agent, string text) =>
        agent.Objects("tools").Where(static tool => tool.Text("type") == ToolRules.Custom).Select(static tool => tool.Text("name")!)
            .FirstOrDefault(name => text.Contains(name, StringComparison.Ordinal));

    /// <summary>Describes the tools of the agent, for the error message of a script that uses a tool the agent does not have.</summary>
    public static string Describe(JsonObject agent)
    {
        var names = agent.Objects("tools").Select(static tool => tool.Text("name") ?? tool.Text("mcp_server_name") ?? tool.Text("type"));
        return agent.List("tools").Count == 0 ? "it has no tools" : $"it has {string.Join(", ", names)}";
    }

    private static AgentTool Configured(JsonObject toolset, string name, string? server)
    {
        var config = toolset.Objects("configs").FirstOrDefault(config => config.Text("name") == name) ?? toolset["default_config"]!.AsObject();
        return new AgentTool(name, config.Flag("enabled") ?? true, config["permission_policy"].Text("type")!, server);
    }
}
