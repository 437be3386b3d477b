using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on deployments.</summary>
internal sealed class DeploymentOperations(DeploymentStore deployments, DeploymentRules rules, EmulatorServices services)
{
    public JsonNode Create(ApiCall call)
    {
        lock (deployments.Sync)
        {
            var definition = rules.Apply(stored: null, call.Body);
            return ToJson(deployments.Add(definition, rules.Schedule(definition)));
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (deployments.Sync)
        {
            return ToJson(Find(call));
        }
    }

    public JsonNode Update(ApiCall call) => Change(call, deployment =>
    {
        var definition = rules.Apply(deployment.Definition, call.Body);
        deployments.Change(deployment, definition, rules.Schedule(definition));
    });

    public JsonNode Pause(ApiCall call) => Change(call, deployment => deployments.Pause(deployment, Json.Typed("manual")));

    public JsonNode Unpause(ApiCall call) => Change(call, deployments.Unpause);

    public JsonNode Archive(ApiCall call)
    {
        lock (deployments.Sync)
        {
            var deployment = Find(call);
            deployments.Archive(deployment);
            return ToJson(deployment);
        }
    }

    public JsonNode Run(ApiCall call)
    {
        lock (deployments.Sync)
        {
            return deployments.Run(FindChangeable(call), Json.Typed("manual")).ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        var includeArchived = call.Query.Flag("include_archived") ?? false;
        var agentId = call.Query.Text("agent_id");
        var status = call.Query.Text("status");
        lock (deployments.Sync)
        {
            return new ResourceList(call).Page(
                deployments.All.Where(deployment => (includeArchived || deployment.ArchivedAt is null)
                    && (agentId is null || deployment.AgentId == agentId)
                    && (status is null || deployment.Status.ToWireName() == status)),
                ToJson);
        }
    }

    private JsonObject Change(ApiCall call, Action<DeploymentState> change)
    {
        lock (deployments.Sync)
        {
            var deployment = FindChangeable(call);
            change(deployment);
            return ToJson(deployment);
        }
    }

    private JsonObject ToJson(DeploymentState deployment) => deployment.ToJson(services.Now());

    private DeploymentState FindChangeable(ApiCall call)
    {
        var deployment = Find(call);
        return deployment.ArchivedAt is null ? deployment : throw ApiError.InvalidRequest($"Deployment {deployment.Id} is archived and cannot be changed.");
    }

    private DeploymentState Find(ApiCall call) => deployments.Find(call.Route("deployment_id"));
}
