using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The filters of the session list, except for time.</summary>
internal sealed class SessionFilter(JsonObject query, EngineContext context)
{
    private readonly HashSet<string> _statuses = [.. query.Texts("statuses")];
    private readonly bool _includeArchived = query.Flag("include_archived") ?? false;
    private readonly string? _agentId = query.Text("agent_id");
    private readonly long? _agentVersion = query.Number("agent_version");
    private readonly string? _memoryStoreId = query.Text("memory_store_id");
    private readonly string? _deploymentId = query.Text("deployment_id");

    public bool Includes(SessionEngine engine)
    {
        var session = engine.Session;
        lock (session.Sync)
        {
            return (_deploymentId is null || session.DeploymentId == _deploymentId)
                && (_includeArchived || session.ArchivedAt is null)
                && (_agentId is null || session.Agent.Text("id") == _agentId)
                && (_agentVersion is null || session.Agent.Number("version") == _agentVersion)
                && (_memoryStoreId is null || session.HasMemoryStore(_memoryStoreId))
                && (_statuses.Count == 0 || _statuses.Contains(session.ReportedStatus(context.Services.Now(), context.Options.IdleStatusDelay).ToWireName()));
        }
    }
}
