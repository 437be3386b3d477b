using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The deployments and their runs, with all their operations.</summary>
internal sealed class DeploymentResources : IDisposable
{
    private readonly DeploymentRunStore _runs = new();
    private readonly DeploymentStore _store;
    private readonly DeploymentOperations _deployments;

    public DeploymentResources(AgentStore agents, EnvironmentStore environments, SessionStore sessions, SessionAttachments attachments, EngineContext context)
    {
        var services = context.Services;
        var runner = new DeploymentRunner(agents, environments, attachments, sessions, context);
        var jitter = context.Options.DelayScheduledRuns ? new ScheduleJitter(new Random(context.Options.Seed)) : null;
        _store = new DeploymentStore(runner, _runs, services, jitter);
        _deployments = new DeploymentOperations(_store, new DeploymentRules(agents, environments, services), services);
        agents.Archived = _store.ArchiveForAgent;
    }

    public void AddTo(Dictionary<string, Func<ApiCall, JsonNode>> answers)
    {
        answers["deployments.create"] = _deployments.Create;
        answers["deployments.retrieve"] = _deployments.Retrieve;
        answers["deployments.update"] = _deployments.Update;
        answers["deployments.list"] = _deployments.List;
        answers["deployments.archive"] = _deployments.Archive;
        answers["deployments.pause"] = _deployments.Pause;
        answers["deployments.unpause"] = _deployments.Unpause;
        answers["deployments.run"] = _deployments.Run;
        answers["deployment_runs.retrieve"] = _runs.Retrieve;
        answers["deployment_runs.list"] = _runs.List;
    }

    public void Dispose() => _store.Dispose();
}
