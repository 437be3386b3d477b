using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// What a deployment is made of. Its agent, its environment and the form of everything else are checked when it is written; files, vaults,
/// memory stores and skills come and go, so that they are looked for when a session starts.
/// </summary>
internal sealed class DeploymentRules(AgentStore agents, EnvironmentStore environments, EmulatorServices services)
{
    /// <summary>The definition after a change, or of a new deployment where nothing is stored. What was sent without a field keeps it.</summary>
    public JsonObject Apply(JsonObject? stored, JsonObject sent)
    {
        var definition = stored?.Copy() ?? new JsonObject { ["description"] = null, ["resources"] = new JsonArray(), ["vault_ids"] = new JsonArray(), ["schedule"] = null, ["budget"] = null };
        definition["metadata"] = Metadata.Merge(stored?["metadata"] as JsonObject ?? [], sent["metadata"]);
        foreach (var (name, value) in sent.Where(static field => field.Key != "metadata"))
        {
            definition[name] = name switch
            {
                "agent" => Pin(value!),
                "description" => value?.GetValue<string>() is { Length: > 0 } text ? text : null,
                "environment_id" => Environment(value!.GetValue<string>()),
                "name" => Name(value!.GetValue<string>()),
                "resources" => Resources(sent),
                "schedule" => (value as JsonObject)?.Copy(),
                "vault_ids" => sent.List("vault_ids").Copy(),
                _ => value?.DeepClone(),
            };
        }

        CheckAgainstAgent(definition);
        return definition;
    }

    public CronSchedule? Schedule(JsonObject definition) =>
        definition["schedule"] is JsonObject schedule ? CronSchedule.Parse(schedule, services.Now()) : null;

    private static string Name(string name) => name.Length > 0 ? name : throw ApiError.InvalidRequest("name: must have at least 1 characters.");

    private static JsonArray Resources(JsonObject sent)
    {
        // Whether the environment takes them is for the session to say: the deployment can still get another one.
        List<JsonObject> resources = [.. sent.Objects("resources").Numbered().Select(static entry => ResourceRules.Normalize(entry.Item, selfHosted: false, $"resources[{entry.Index}]"))];
        ResourceRules.CheckCounts(resources);
        return new JsonArray([.. resources]);
    }

    private JsonObject Pin(JsonNode sent)
    {
        var reference = sent as JsonObject;
        var agent = agents.Pin(reference?.Text("id") ?? sent.GetValue<string>(), reference?.Number("version"));
        return new JsonObject { ["type"] = "agent", ["id"] = agent.Text("id"), ["version"] = agent.Number("version") };
    }

    private string Environment(string id)
    {
        environments.ConfigForSession(id);
        return id;
    }

    private void CheckAgainstAgent(JsonObject definition)
    {
        var agent = agents.Pinned(definition["agent"].Text("id")!, (int)definition["agent"].Number("version")!);
        BudgetRules.ForNewSession(definition["budget"] as JsonObject, agent);
        var session = new SessionState("", sequence: 0, services.Now(), agent, primaryThreadId: "") { EnvironmentId = definition.Text("environment_id")! };
        SessionFactory.CheckInitialEvents(session, definition.List("initial_events"));
    }
}
