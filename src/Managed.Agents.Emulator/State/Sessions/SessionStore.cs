using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The sessions of the emulator, and the operations on a session as a whole.</summary>
internal sealed class SessionStore(SessionFactory factory, EngineContext context)
{
    private readonly Dictionary<string, SessionEngine> _sessions = new(StringComparer.Ordinal);
    private readonly SessionUpdates _updates = new(context);

    /// <summary>Told about every session that was deleted. Set once, by the owner of the store.</summary>
    public Action<string> Deleted { get; init; } = static _ => { };

    public JsonNode Create(ApiCall call) => ToJson(Start(call.Body));

    /// <summary>Makes a session and lets it begin, for a client or for a deployment.</summary>
    public SessionEngine Start(JsonObject body, string? deploymentId = null)
    {
        var engine = factory.Create(body, deploymentId);
        lock (_sessions)
        {
            _sessions[engine.Session.Id] = engine;
        }

        if (body.List("initial_events") is { Count: > 0 } initial)
        {
            engine.Accept(initial);
        }

        return engine;
    }

    public JsonNode Retrieve(ApiCall call) => ToJson(Find(call));

    public JsonNode Update(ApiCall call)
    {
        var engine = Find(call);
        lock (engine.Sync)
        {
            _updates.Apply(engine, call.Body);
            return ToJson(engine);
        }
    }

    public JsonNode Archive(ApiCall call)
    {
        var engine = Find(call);
        lock (engine.Sync)
        {
            var session = engine.Session;
            if (session.ArchivedAt is null)
            {
                DemandNotRunning(session, "archived");
                session.ArchivedAt = context.Services.Now();
                if (!session.IsTerminated)
                {
                    engine.Lifecycle.Terminate();
                }
            }

            return ToJson(engine);
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        var engine = Find(call);
        lock (engine.Sync)
        {
            DemandNotRunning(engine.Session, "deleted");
            engine.Delete();
        }

        lock (_sessions)
        {
            _sessions.Remove(engine.Session.Id);
        }

        Deleted(engine.Session.Id);

        return new JsonObject { ["id"] = engine.Session.Id, ["type"] = "session_deleted" };
    }

    public JsonNode List(ApiCall call)
    {
        List<SessionEngine> all;
        lock (_sessions)
        {
            all = [.. _sessions.Values];
        }

        var filter = new SessionFilter(call.Query, context);
        return new ResourceList(call).Page(all.Where(filter.Includes).Select(static engine => engine.Session), ToJson, bothWays: true);
    }

    public bool UsesEnvironment(string environmentId)
    {
        lock (_sessions)
        {
            return _sessions.Values.Any(engine => engine.Session.EnvironmentId == environmentId);
        }
    }

    /// <summary>Whether a worker may have to do with a session. One that is not there is nobody's secret.</summary>
    public bool IsServedBy(string sessionId, Caller worker)
    {
        lock (_sessions)
        {
            return !_sessions.TryGetValue(sessionId, out var engine) || (engine.Session.IsSelfHosted && worker.Serves(engine.Session.EnvironmentId));
        }
    }

    public bool HasMemoryStore(string sessionId, string memoryStoreId)
    {
        SessionEngine? engine;
        lock (_sessions)
        {
            engine = _sessions.GetValueOrDefault(sessionId);
        }

        return engine?.Session.HasMemoryStore(memoryStoreId) == true;
    }

    public bool Contains(string sessionId)
    {
        lock (_sessions)
        {
            return _sessions.ContainsKey(sessionId);
        }
    }

    public SessionEngine Find(ApiCall call)
    {
        var id = call.Route("session_id");
        lock (_sessions)
        {
            return _sessions.GetValueOrDefault(id) ?? throw ApiError.NotFound($"There is no session {id}.");
        }
    }

    private void DemandNotRunning(SessionState session, string what)
    {
        if (session.ShownStatus(context.Services.Now(), context.Options.IdleStatusDelay) is "running" or "rescheduling")
        {
            throw ApiError.InvalidRequest($"Session {session.Id} is running and cannot be {what}; interrupt it first.");
        }

        if (session.OpenRuns.Count > 0)
        {
            throw ApiError.InvalidRequest($"Session {session.Id} has an open workflow run and cannot be {what}.", "workflow_run_open");
        }
    }

    private JsonObject ToJson(SessionEngine engine) => ToJson(engine.Session);

    private JsonObject ToJson(SessionState session)
    {
        lock (session.Sync)
        {
            return session.ToJson(context.Services.Now(), context.Options.IdleStatusDelay);
        }
    }
}
