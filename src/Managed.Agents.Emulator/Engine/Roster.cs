using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The agents that an agent can delegate to.</summary>
internal static class Roster
{
    /// <summary>Gets the agent that a delegation names: an agent of the roster, or an inline agent if inline agents are enabled.</summary>
    public static JsonObject Subagent(JsonObject agent, string name)
    {
        var multiagent = agent["multiagent"] as JsonObject ?? throw new ScriptException($"agent \"{agent.Text("name")}\" has no multiagent roster to delegate to \"{name}\".");
        return Find(multiagent.Objects("agents"), multiagent["subagents"], name)
            ?? throw new ScriptException($"\"{name}\" is not on the roster of agent \"{agent.Text("name")}\".");

        JsonObject? Find(IEnumerable<JsonObject> coordinated, JsonNode? subagents, string wanted) =>
            Named(coordinated.Concat(subagents.Objects("predefined_agents")), wanted) ?? Inline(agent, subagents, wanted);
    }

    /// <summary>Gets the agent that a workflow run names.</summary>
    public static JsonObject WorkflowAgent(JsonObject agent, string name)
    {
        var workflows = agent["multiagent"]?["workflows"];
        if (workflows.Text("type") != "enabled")
        {
            throw new ScriptException($"agent \"{agent.Text("name")}\" has no workflows. They require multiagent_20261001.");
        }

        return Named(workflows.Objects("predefined_agents"), name) ?? Inline(agent, workflows, name)
            ?? throw new ScriptException($"\"{name}\" is not among the workflow agents of \"{agent.Text("name")}\".");
    }

    /// <summary>Gets the agent of a session and all agents of its roster.</summary>
    public static IEnumerable<JsonObject> AllAgents(JsonObject agent)
    {
        var groups = new[] { agent["multiagent"], agent["multiagent"]?["subagents"], agent["multiagent"]?["workflows"] };
        return groups.SelectMany(static group => group.Objects("agents").Concat(group.Objects("predefined_agents"))).Prepend(agent);
    }

    public static string? AdvisorModel(JsonObject agent)
    {
        var multiagent = agent["multiagent"];
        return multiagent.Objects("agents").FirstOrDefault(static entry => entry.Text("type") == "advisor").Text("model") ?? multiagent?["advisor"].Text("model");
    }

    private static JsonObject? Named(IEnumerable<JsonObject> agents, string name) => agents.FirstOrDefault(entry => entry.Text("name") == name)?.Copy();

    // An inline agent has the configuration of its coordinator.
    private static JsonObject? Inline(JsonObject agent, JsonNode? group, string name)
    {
        if (group.Text("type") != "enabled" || group?["inline_agents"].Text("type") != "enabled")
        {
            return null;
        }

        var inline = agent.Copy();
        foreach (var field in new[] { "id", "version", "multiagent" })
        {
            inline.Remove(field);
        }

        inline["type"] = "inline";
        inline["name"] = name;
        inline["description"] = null;
        inline["system"] = null;
        return inline;
    }
}
