using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The rules for multiagent rosters: which agents may be listed, and which version of each agent is pinned.</summary>
internal sealed class MultiagentRules(Func<string, AgentState> find)
{
    private const string Layered = "multiagent_20261001";

    public JsonObject? Resolve(JsonObject? sent, JsonObject? stored, JsonObject owner, string ownerId, int version)
    {
        if (sent is null)
        {
            return null;
        }

        var roster = new RosterResolver(find, owner, ownerId, version);
        if (sent.Text("type") != Layered)
        {
            return new JsonObject { ["type"] = "coordinator", ["agents"] = roster.Resolve(sent.List("agents"), "multiagent.agents") };
        }

        var previous = stored.Text("type") == Layered ? stored : null;
        return new JsonObject
        {
            ["type"] = Layered,
            ["advisor"] = Member(sent, previous, "advisor") is { } advisor && advisor.Text("type") == "enabled" ? advisor : Json.Typed("disabled"),
            ["subagents"] = Group(sent, previous, "subagents", roster),
            ["workflows"] = Group(sent, previous, "workflows", roster),
        };
    }

    // An omitted member keeps the stored value, null restores the default.
    private static JsonObject? Member(JsonObject sent, JsonObject? previous, string name) =>
        (sent.Has(name) ? sent[name] : previous?[name]) is JsonObject member ? member.Copy() : null;

    private static JsonObject Group(JsonObject sent, JsonObject? previous, string name, RosterResolver roster)
    {
        var path = $"multiagent.{name}";
        var group = Member(sent, previous, name) ?? Json.Typed("enabled");
        if (group.Text("type") == "disabled")
        {
            return Json.Typed("disabled");
        }

        var kept = sent.Has(name) && previous?[name] is JsonObject old && old.Text("type") == "enabled" ? old : null;
        var inline = Member(group, kept, "inline_agents") ?? Json.Typed("enabled");
        var listed = group["predefined_agents"] is JsonArray list && sent[name] is JsonObject changed && changed.Has("predefined_agents")
            ? roster.Resolve(list, $"{path}.predefined_agents")
            : (group.Has("predefined_agents") ? group : kept).List("predefined_agents").Copy();
        if (inline.Text("type") == "disabled" && listed.Count == 0)
        {
            throw ApiError.InvalidRequest($"{path}.predefined_agents: must not be empty while inline_agents is disabled.");
        }

        return new JsonObject { ["type"] = "enabled", ["inline_agents"] = inline, ["predefined_agents"] = listed };
    }

    private sealed class RosterResolver(Func<string, AgentState> find, JsonObject owner, string ownerId, int version)
    {
        public JsonArray Resolve(JsonArray sent, string path)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var resolved = new JsonArray();
            foreach (var (index, entry) in sent.Select(ToReference).WithIndex())
            {
                var at = $"{path}[{index}]";
                var member = entry.Text("type") switch
                {
                    "advisor" => entry.Copy(),
                    "self" => Reference(ownerId, version),
                    _ => ResolveListed(entry, at),
                };
                if (!seen.Add(member.Text("id") ?? "advisor"))
                {
                    throw ApiError.InvalidRequest($"{at}: is listed twice.");
                }

                resolved.Add((JsonNode)member);
            }

            return resolved;
        }

        // A plain id is the short form of a reference to the agent.
        private static JsonObject ToReference(JsonNode? sent) => sent as JsonObject ?? new JsonObject { ["type"] = "agent", ["id"] = sent!.GetValue<string>() };

        private static JsonObject Reference(string id, int pinned) => new() { ["type"] = "agent", ["id"] = id, ["version"] = pinned };

        private JsonObject ResolveListed(JsonObject entry, string path)
        {
            var id = entry.Text("id")!;
            if (id == ownerId)
            {
                return Reference(ownerId, version);
            }

            var agent = find(id);
            var pinned = (int)(entry.Number("version") ?? agent.Version);
            if (agent.ArchivedAt is not null || pinned > agent.Version)
            {
                throw ApiError.InvalidRequest($"{path}: agent {id} {(agent.ArchivedAt is null ? $"has no version {pinned}" : "is archived")}.");
            }

            var definition = agent.ToJson(pinned);
            if (definition["multiagent"] is not null)
            {
                throw ApiError.InvalidRequest($"{path}: agent {id} has its own roster; rosters can be one level deep only.");
            }

            if (definition["model"].Text("inference_geo") != owner["model"].Text("inference_geo"))
            {
                throw ApiError.InvalidRequest($"{path}: agent {id} does not pin the same inference_geo; all agents of a roster must pin the same one, or none.");
            }

            return Reference(id, pinned);
        }
    }
}
