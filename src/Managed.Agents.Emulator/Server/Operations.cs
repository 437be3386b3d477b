using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Maps the operations of the contract to their implementations.</summary>
internal sealed class Operations
{
    private readonly Dictionary<string, Func<ApiCall, JsonNode>> _handlers;
    private readonly Dictionary<string, Func<ApiCall, EventSubscription>> _streams;
    private readonly Dictionary<string, Func<ApiCall, CancellationToken, Task<JsonNode?>>> _asyncHandlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<ApiCall, BinaryAnswer>> _downloads = new(StringComparer.Ordinal);

    public Operations(AgentStore agents, EnvironmentStore environments, SessionStore sessions, AttachableResources stored, DeploymentResources deployments, WorkOperations work, EngineContext context)
    {
        var events = new EventOperations(sessions, context);
        var resources = new ResourceOperations(sessions, stored.Attachments, context);
        var threads = new ThreadOperations(sessions, context);
        _handlers = new(StringComparer.Ordinal)
        {
            ["agents.create"] = agents.Create,
            ["agents.retrieve"] = agents.Retrieve,
            ["agents.update"] = agents.Update,
            ["agents.list"] = agents.List,
            ["agents.archive"] = agents.Archive,
            ["agents.versions.list"] = agents.ListVersions,
            ["environments.create"] = environments.Create,
            ["environments.retrieve"] = environments.Retrieve,
            ["environments.update"] = environments.Update,
            ["environments.list"] = environments.List,
            ["environments.delete"] = environments.Delete,
            ["environments.archive"] = environments.Archive,
            ["sessions.create"] = sessions.Create,
            ["sessions.retrieve"] = sessions.Retrieve,
            ["sessions.update"] = sessions.Update,
            ["sessions.list"] = sessions.List,
            ["sessions.delete"] = sessions.Delete,
            ["sessions.archive"] = sessions.Archive,
            ["sessions.events.list"] = events.List,
            ["sessions.events.send"] = events.Send,
            ["sessions.resources.retrieve"] = resources.Retrieve,
            ["sessions.resources.update"] = resources.Update,
            ["sessions.resources.list"] = resources.List,
            ["sessions.resources.delete"] = resources.Delete,
            ["sessions.resources.add"] = resources.Add,
            ["sessions.threads.retrieve"] = threads.Retrieve,
            ["sessions.threads.list"] = threads.List,
            ["sessions.threads.archive"] = threads.Archive,
            ["sessions.threads.events.list"] = events.ListThread,
        };
        _streams = new(StringComparer.Ordinal)
        {
            ["sessions.events.stream"] = events.Stream,
            ["sessions.threads.events.stream"] = events.StreamThread,
        };
        stored.AddTo(_handlers, _downloads);
        deployments.AddTo(_handlers);
        work.AddTo(_handlers, _asyncHandlers);
    }

    /// <summary>Adds the implementation of an operation.</summary>
    public void Add(string operation, Func<ApiCall, JsonNode> handler) => _handlers.Add(operation, handler);

    public void RequireSimulated(ContractOperation operation)
    {
        if (!_handlers.ContainsKey(operation.Id) && !_asyncHandlers.ContainsKey(operation.Id) && !_streams.ContainsKey(operation.Id) && !_downloads.ContainsKey(operation.Id))
        {
            throw ApiError.NotFound($"The emulator does not simulate {operation.Method} {operation.Path} ({operation.Id}) yet, although the API has it.");
        }
    }

    /// <summary>Executes an operation. A null result is returned as JSON null.</summary>
    public Task<JsonNode?> RunAsync(ApiCall call, CancellationToken cancellationToken) =>
        _asyncHandlers.TryGetValue(call.Operation.Id, out var handler) ? handler(call, cancellationToken) : Task.FromResult<JsonNode?>(_handlers[call.Operation.Id](call));

    public BinaryAnswer Download(ApiCall call) => _downloads[call.Operation.Id](call);

    public EventSubscription Open(ApiCall call) => _streams[call.Operation.Id](call);
}
