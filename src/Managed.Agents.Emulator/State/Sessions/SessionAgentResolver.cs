using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Resolves the agent of a session: its version, its overrides and its roster.</summary>
internal sealed class SessionAgentResolver(AgentStore agents)
{
    private static readonly string[] Fields = ["id", "type", "version", "name", "description", "model", "system", "tools", "mcp_servers", "skills", "execution_identity"];

    /// <param name="sent">An id, a reference, or a reference with overrides.</param>
    public JsonObject Resolve(JsonNode sent)
    {
        if (sent is not JsonObject reference)
        {
            return Complete(agents.Pin(sent.GetValue<string>(), version: null));
        }

        var pinned = agents.Pin(reference.Text("id")!, reference.Number("version"));
        if (reference.Text("type") == "agent_with_overrides")
        {
            var overrides = new JsonObject(reference.Where(static field => field.Key is "model" or "system" or "tools" or "mcp_servers" or "skills")
                .Select(static field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
            if (overrides.Has("model"))
            {
                // A new model has its own defaults; the agent's effort and geography are not kept.
                pinned["model"] = null;
            }

            AgentDefinition.Apply(pinned, overrides, "agent.");
            AgentDefinition.Check(pinned, "agent.");
        }

        return Complete(pinned);
    }

    private static JsonObject Snapshot(JsonObject agent) =>
        new(Fields.Select(field => KeyValuePair.Create(field, agent[field]?.DeepClone())));

    private JsonObject Complete(JsonObject pinned)
    {
        var agent = Snapshot(pinned);
        agent["multiagent"] = (pinned["multiagent"] as JsonObject)?.Copy();
        if (agent["multiagent"] is JsonObject multiagent)
        {
            Expand(multiagent, "agents", pinned);
            foreach (var group in new[] { "subagents", "workflows" })
            {
                if (multiagent[group] is JsonObject members)
                {
                    Expand(members, "predefined_agents", pinned);
                }
            }
        }

        return agent;
    }

    // A session contains the full definition of every agent on the roster, not a reference to it.
    private void Expand(JsonObject owner, string field, JsonObject self)
    {
        if (owner[field] is not JsonArray list)
        {
            return;
        }

        owner[field] = new JsonArray([.. list.OfType<JsonObject>().Select(entry => entry.Text("type") != "agent"
            ? entry.Copy()
            : Snapshot(entry.Text("id") == self.Text("id") ? self : agents.GetPinned(entry.Text("id")!, (int)entry.Number("version")!)))]);
    }
}
