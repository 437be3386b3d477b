using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Creates sessions. Everything is checked before anything is created.</summary>
internal sealed class SessionFactory(AgentStore agents, EnvironmentStore environments, SessionAttachments attachments, EngineContext context)
{
    private readonly SessionAgentResolver _agents = new(agents);

    public SessionEngine Create(JsonObject body, string? deploymentId)
    {
        var agent = _agents.Resolve(body["agent"]!);
        var environmentId = body.Text("environment_id")!;
        var config = environments.ConfigForSession(environmentId);
        CheckMcpHosts(agent, config);

        var selfHosted = config.Text("type") == EnvironmentRules.SelfHosted;
        List<JsonObject> resources = [.. body.Objects("resources").WithIndex().Select(entry => ResourceRules.Normalize(entry.Item, selfHosted, $"resources[{entry.Index}]"))];
        ResourceRules.CheckCounts(resources);
        attachments.Check(resources);
        attachments.CheckVaults(body.Texts("vault_ids"));
        attachments.CheckSkills(agent);

        var services = context.Services;
        var session = new SessionState(services.NewId("sesn"), services.NextSequence(), services.Now(), agent, services.NewId("sthr"))
        {
            EnvironmentId = environmentId,
            IsSelfHosted = selfHosted,
            DeploymentId = deploymentId,
            Title = body.Text("title"),
            Metadata = Metadata.Merge([], body["metadata"]),
            VaultIds = body.List("vault_ids").Copy(),
            Budget = BudgetRules.ForNewSession(body["budget"] as JsonObject, agent),
        };

        var initial = body.List("initial_events");
        CheckInitialEvents(session, initial);
        session.Resources.AddRange(resources.Select(content =>
            new SessionResource(services.NewId("sesrsc"), services.NextSequence(), services.Now(), attachments.Attach(content, session.Id))));
        return new SessionEngine(session, context);
    }

    public bool HasEnvironment(SessionState session) => environments.Contains(session.EnvironmentId);

    public static void CheckInitialEvents(SessionState session, JsonArray initial)
    {
        if (initial.Count == 0)
        {
            return;
        }

        new InputRules(session, atBudget: false, "initial_events").Check(initial);
        var files = initial.OfType<JsonObject>().SelectMany(static input => input.Objects("content"))
            .Count(static block => block.Text("type") == "document" && block["source"].Text("type") == "file");
        if (files > 100)
        {
            throw ApiError.InvalidRequest($"initial_events: at most 100 documents from files, got {files}.");
        }
    }

    public static void CheckMcpHosts(JsonObject agent, JsonObject config)
    {
        foreach (var server in Roster.AllAgents(agent).SelectMany(static member => member.Objects("mcp_servers")))
        {
            var host = new Uri(server.Text("url")!).Host;
            if (!EnvironmentRules.Allows(config, host))
            {
                throw ApiError.InvalidRequest($"agent.mcp_servers: the limited networking of the environment does not allow {host} (server \"{server.Text("name")}\").");
            }
        }
    }
}
