using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// The rules for the definition of a deployment. The agent, the environment and the format of all other fields are checked when the
/// deployment is created or updated. Files, vaults, memory stores and skills can change later, so they are checked when a session starts.
/// </summary>
internal sealed class DeploymentRules(AgentStore agents, EnvironmentStore environments, EmulatorServices services)
{
    /// <summary>Returns the definition of a new deployment, or of a stored one after a change. Omitted fields are kept.</summary>
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

    private static string Name(string name) => name.Length > 0 ? name : throw ApiError.InvalidRequest("name: must have at least 1 character.");

    private static JsonArray Resources(JsonObject sent)
    {
        // Whether the environment supports them is checked by the session, because the deployment can still get another environment.
        List<JsonObject> resources = [.. sent.Objects("resources").WithIndex().Select(static entry => ResourceRules.Normalize(entry.Item, selfHosted: false, $"resources[{entry.Index}]"))];
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
        var agent = agents.GetPinned(definition["agent"].Text("id")!, (int)definition["agent"].Number("version")!);
        BudgetRules.ForNewSession(definition["budget"] as JsonObject, agent);
        var session = new SessionState("", sequence: 0, services.Now(), agent, primaryThreadId: "") { EnvironmentId = definition.Text("environment_id")! };
        SessionFactory.CheckInitialEvents(session, definition.List("initial_events"));
    }
}
