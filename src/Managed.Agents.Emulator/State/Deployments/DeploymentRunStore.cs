using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The runs of all deployments and the operations on them.</summary>
internal sealed class DeploymentRunStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DeploymentRunState> _runs = new(StringComparer.Ordinal);

    public void Add(DeploymentRunState run)
    {
        lock (_gate)
        {
            _runs[run.Id] = run;
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        var id = call.Route("deployment_run_id");
        lock (_gate)
        {
            return (_runs.GetValueOrDefault(id) ?? throw ApiError.NotFound($"There is no deployment run {id}.")).ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        var deploymentId = call.Query.Text("deployment_id");
        var hasError = call.Query.Flag("has_error");
        var trigger = call.Query.Text("trigger_type");
        lock (_gate)
        {
            return new ResourceList(call).Page(
                _runs.Values.Where(run => (deploymentId is null || run.DeploymentId == deploymentId)
                    && (hasError is null || run.Failure is not null == hasError)
                    && (trigger is null || run.Trigger.Text("type") == trigger)),
                static run => run.ToJson());
        }
    }
}
