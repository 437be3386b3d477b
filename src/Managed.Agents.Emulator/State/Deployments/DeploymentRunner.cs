using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Starts the sessions of deployments. The prerequisites are checked first, so that a failed run can report which one is missing.</summary>
internal sealed class DeploymentRunner(AgentStore agents, EnvironmentStore environments, SessionAttachments attachments, SessionStore sessions, EngineContext context)
{
    private readonly SessionAgentResolver _agents = new(agents);

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
            CheckPrerequisites(deployment.Definition);
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
            // A scheduled run has no caller; the failure is reported by the run.
            throw new RunFailure("unknown_error", $"The emulator failed: {failure}");
        }
    }

    private void CheckPrerequisites(JsonObject definition)
    {
        var agent = RunFailure.Check(() => _agents.Resolve(definition["agent"]!), "agent_archived_error", "agent_archived_error");
        var config = RunFailure.Check(() => environments.ConfigForSession(definition.Text("environment_id")!), "environment_not_found_error", "environment_archived_error");
        RunFailure.Check(() => SessionFactory.CheckMcpHosts(agent, config), "unknown_error", "mcp_egress_blocked_error");
        foreach (var (index, resource) in definition.Objects("resources").WithIndex())
        {
            var isFile = resource.Text("type") == ResourceRules.File;
            var isSelfHosted = config.Text("type") == EnvironmentRules.SelfHosted;
            RunFailure.Check(() => ResourceRules.Normalize(resource, isSelfHosted, $"resources[{index}]"), "unknown_error", "self_hosted_resources_unsupported_error");
            RunFailure.Check(() => attachments.Check([resource]), isFile ? "file_not_found_error" : "session_resource_not_found_error", isFile ? "file_not_found_error" : "memory_store_archived_error");
        }

        RunFailure.Check(() => attachments.CheckVaults(definition.Texts("vault_ids")), "vault_not_found_error", "vault_archived_error");
        RunFailure.Check(() => attachments.CheckSkills(agent), "skill_not_found_error", "skill_not_found_error");
    }
}
