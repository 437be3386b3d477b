using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Starts the sessions of deployments. What stands in the way is looked for first, so that the run can say what it was.</summary>
internal sealed class DeploymentRunner(AgentStore agents, EnvironmentStore environments, SessionAttachments attachments, SessionStore sessions, EngineContext context)
{
    private readonly SessionAgents _agents = new(agents);

    public DeploymentRunState Run(DeploymentState deployment, JsonObject trigger)
    {
        var services = context.Services;
        var run = new DeploymentRunState(services.NewId("drun"), services.NextSequence(), services.Now())
        {
            DeploymentId = deployment.Id,
            Agent = deployment.Definition["agent"]!.AsObject().Copy(),
            Trigger = trigger,
        };
        try
        {
            Rehearse(deployment.Definition);
            return run with { SessionId = Start(deployment) };
        }
        catch (RunFailure failure)
        {
            return run with { Failure = failure };
        }
    }

    private static JsonObject SessionBody(JsonObject definition) =>
        new(definition.Where(static field => field.Key is "agent" or "environment_id" or "resources" or "vault_ids" or "initial_events" or "budget")
            .Select(static field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

    private string Start(DeploymentState deployment)
    {
        try
        {
            return RequestFault.TakeErrorResponse(context.Faults, "sessions.create") is { } refusal
                ? throw refusal.ToError()
                : sessions.Start(SessionBody(deployment.Definition), deployment.Id).Session.Id;
        }
        catch (ApiError refused)
        {
            var type = refused.Status switch
            {
                429 => "session_rate_limited_error",
                < 500 => "session_creation_rejected_error",
                _ => "unknown_error",
            };
            throw new RunFailure(type, refused.Message);
        }
        catch (Exception failure)
        {
            // A schedule has nobody to throw at.
            throw new RunFailure("unknown_error", $"The emulator failed: {failure}");
        }
    }

    private void Rehearse(JsonObject definition)
    {
        var agent = RunFailure.Of(() => _agents.Resolve(definition["agent"]!), "agent_archived_error", "agent_archived_error");
        var config = RunFailure.Of(() => environments.ConfigForSession(definition.Text("environment_id")!), "environment_not_found_error", "environment_archived_error");
        RunFailure.Of(() => SessionFactory.CheckMcpHosts(agent, config), "unknown_error", "mcp_egress_blocked_error");
        foreach (var (index, resource) in definition.Objects("resources").Numbered())
        {
            var isFile = resource.Text("type") == ResourceRules.File;
            var isSelfHosted = config.Text("type") == EnvironmentRules.SelfHosted;
            RunFailure.Of(() => ResourceRules.Normalize(resource, isSelfHosted, $"resources[{index}]"), "unknown_error", "self_hosted_resources_unsupported_error");
            RunFailure.Of(() => attachments.Check([resource]), isFile ? "file_not_found_error" : "session_resource_not_found_error", isFile ? "file_not_found_error" : "memory_store_archived_error");
        }

        RunFailure.Of(() => attachments.CheckVaults(definition.Texts("vault_ids")), "vault_not_found_error", "vault_archived_error");
        RunFailure.Of(() => attachments.CheckSkills(agent), "skill_not_found_error", "skill_not_found_error");
    }
}
