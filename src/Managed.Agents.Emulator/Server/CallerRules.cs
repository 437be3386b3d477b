namespace Managed.Agents.Emulator;

/// <summary>Decides which operations each kind of key may call.</summary>
internal sealed class CallerRules(SessionStore sessions)
{
    private const string MemoryStores = "memory_stores.";

    // The contract or its documentation excludes these operations for an API key.
    private static readonly HashSet<string> WorkersOnly = ["environments.work.poll", "environments.work.ack", "environments.work.heartbeat", "environments.work.list"];

    private static readonly HashSet<string> QueueCalls = [.. WorkersOnly, "environments.work.stop", "environments.work.stats"];

    private static readonly HashSet<string> ItemCalls = ["environments.work.ack", "environments.work.heartbeat", "environments.work.stop"];

    private static readonly HashSet<string> SessionCalls =
    [
        "sessions.retrieve", "sessions.events.list", "sessions.events.stream", "sessions.events.send", "sessions.resources.list", "sessions.resources.retrieve",
        "sessions.threads.list", "sessions.threads.retrieve", "sessions.threads.events.list", "sessions.threads.events.stream",
    ];

    private static readonly HashSet<string> SkillCalls = ["skills.retrieve", "skills.versions.list", "skills.versions.retrieve", "skills.versions.download"];

    public void Check(Caller caller, ContractOperation operation, IReadOnlyDictionary<string, string> route)
    {
        var name = operation.IsReleased ? BetaVariants.NameOf(operation) : operation.Id;
        if (caller == Caller.ApiKey)
        {
            if (WorkersOnly.Contains(name))
            {
                throw ApiError.Permission($"{operation.Method} {operation.Path} is for workers only. Send an environment key as bearer token instead of the API key.");
            }
        }
        else if (!MayCall(caller, name, route))
        {
            throw ApiError.Permission(caller.WorkId is null
                ? $"The key of environment {caller.EnvironmentId} is not valid for {operation.Method} {operation.Path} or for its resource."
                : $"The secret of work item {caller.WorkId} is not valid for {operation.Method} {operation.Path} or for its resource.");
        }
    }

    private bool MayCall(Caller caller, string operation, IReadOnlyDictionary<string, string> route)
    {
        if (SkillCalls.Contains(operation))
        {
            return true;
        }

        if (SessionCalls.Contains(operation))
        {
            var id = route["session_id"];
            return caller.WorkId is null ? sessions.IsServedBy(id, caller) : id == caller.SessionId;
        }

        if (operation.StartsWith(MemoryStores, StringComparison.Ordinal))
        {
            return caller.SessionId is { } session && route.TryGetValue("memory_store_id", out var store) && sessions.HasMemoryStore(session, store);
        }

        return caller.WorkId is null
            ? QueueCalls.Contains(operation) && caller.Serves(route["environment_id"])
            : ItemCalls.Contains(operation) && route["work_id"] == caller.WorkId;
    }
}
