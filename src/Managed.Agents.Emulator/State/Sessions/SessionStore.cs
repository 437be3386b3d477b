using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The sessions of the emulator, and the operations that apply to a whole session.</summary>
internal sealed class SessionStore(SessionFactory factory, EngineContext context)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SessionEngine> _sessions = new(StringComparer.Ordinal);
    private readonly SessionUpdater _updates = new(context);

    /// <summary>Called with the id of every session that is deleted. Set once by the owner of the store.</summary>
    public Action<string> Deleted { get; init; } = static _ => { };

    public JsonNode Create(ApiCall call) => ToJson(Start(call.Body));

    /// <summary>Creates and starts a session, for a client or for a deployment.</summary>
    public SessionEngine Start(JsonObject body, string? deploymentId = null)
    {
        var engine = factory.Create(body, deploymentId);
        lock (_gate)
        {
            _sessions[engine.Session.Id] = engine;
        }

        // The environment counts as used from here on, but may have been deleted since it was checked.
        if (!factory.HasEnvironment(engine.Session))
        {
            Remove(engine);
            throw ApiError.NotFound($"There is no environment {engine.Session.EnvironmentId}.", "environment_not_found");
        }

        if (body.List("initial_events") is { Count: > 0 } initial)
        {
            engine.Accept(initial);
        }

        return engine;
    }

    public JsonNode Retrieve(ApiCall call) => Use(call, engine => engine.Session.ToJson(context.Services.Now(), IdleDelay(engine.Session)));

    public JsonNode Update(ApiCall call) => Use(call, engine =>
    {
        _updates.Apply(engine, call.Body);
        return ToJson(engine);
    });

    public JsonNode Archive(ApiCall call) => Use(call, engine =>
    {
        var session = engine.Session;
        if (session.ArchivedAt is null)
        {
            EnsureNotRunning(session, "archived");
            session.ArchivedAt = context.Services.Now();
            if (!session.IsTerminated)
            {
                engine.Lifecycle.Terminate();
            }
        }

        return ToJson(engine);
    });

    public JsonNode Delete(ApiCall call) => Use(call, engine =>
    {
        EnsureNotRunning(engine.Session, "deleted");
        engine.Delete();
        Remove(engine);
        return new JsonObject { ["id"] = engine.Session.Id, ["type"] = "session_deleted" };
    });

    public JsonNode List(ApiCall call)
    {
        List<SessionEngine> all;
        lock (_gate)
        {
            all = [.. _sessions.Values];
        }

        var filter = new SessionFilter(call.Query, context);
        return new ResourceList(call).Page(all.Where(filter.Includes).Select(static engine => engine.Session), ToJson, bothWays: true);
    }

    public bool UsesEnvironment(string environmentId)
    {
        lock (_gate)
        {
            return _sessions.Values.Any(engine => engine.Session.EnvironmentId == environmentId);
        }
    }

    /// <summary>Returns whether a worker may access a session. True for unknown sessions, whose operations then return 404.</summary>
    public bool IsServedBy(string sessionId, Caller worker)
    {
        lock (_gate)
        {
            return !_sessions.TryGetValue(sessionId, out var engine) || (engine.Session.IsSelfHosted && worker.Serves(engine.Session.EnvironmentId));
        }
    }

    public bool HasMemoryStore(string sessionId, string memoryStoreId)
    {
        SessionEngine? engine;
        lock (_gate)
        {
            engine = _sessions.GetValueOrDefault(sessionId);
        }

        return engine?.Session.HasMemoryStore(memoryStoreId) == true;
    }

    public bool Contains(string sessionId)
    {
        lock (_gate)
        {
            return _sessions.ContainsKey(sessionId);
        }
    }

    /// <summary>Runs a function on a session under its lock. A session that is deleted while this waits for the lock is not found.</summary>
    public T Use<T>(ApiCall call, Func<SessionEngine, T> use)
    {
        var id = call.Route("session_id");
        SessionEngine engine;
        lock (_gate)
        {
            engine = _sessions.GetValueOrDefault(id) ?? throw Missing(id);
        }

        lock (engine.Sync)
        {
            return engine.IsDeleted ? throw Missing(id) : use(engine);
        }
    }

    private static ApiError Missing(string id) => ApiError.NotFound($"There is no session {id}.");

    private void Remove(SessionEngine engine)
    {
        lock (_gate)
        {
            _sessions.Remove(engine.Session.Id);
        }

        Deleted(engine.Session.Id);
    }

    private void EnsureNotRunning(SessionState session, string what)
    {
        if (session.ReportedStatus(context.Services.Now(), IdleDelay(session)) is SessionStatus.Running or SessionStatus.Rescheduling)
        {
            throw ApiError.InvalidRequest($"Session {session.Id} is running and cannot be {what}; interrupt it first.");
        }

        if (session.OpenRuns.Count > 0)
        {
            throw ApiError.InvalidRequest($"Session {session.Id} has an open workflow run and cannot be {what}.", "workflow_run_open");
        }
    }

    private TimeSpan IdleDelay(SessionState session)
    {
        var fault = StatusDelayFault.Delay(context.Faults, session, context.Services.Now());
        return fault > context.Options.IdleStatusDelay ? fault : context.Options.IdleStatusDelay;
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
