using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the threads of a session.</summary>
internal sealed class ThreadOperations(SessionStore sessions, EngineContext context)
{
    public static SessionThread Find(SessionState session, ApiCall call)
    {
        var id = call.Route("thread_id");
        return session.Threads.Find(thread => thread.Id == id) ?? throw ApiError.NotFound($"Session {session.Id} has no thread {id}.");
    }

    public JsonNode Retrieve(ApiCall call) => sessions.Use(call, engine => ToJson(Find(engine.Session, call)));

    public JsonNode List(ApiCall call)
    {
        var statuses = call.Query.Texts("statuses").ToHashSet(StringComparer.Ordinal);
        return sessions.Use(call, engine =>
            new ResourceList(call, descending: false).Page(engine.Session.Threads.Where(thread => statuses.Count == 0 || statuses.Contains(thread.Status.ToWireName())), ToJson));
    }

    public JsonNode Archive(ApiCall call) => sessions.Use(call, engine =>
    {
        var thread = Find(engine.Session, call);
        if (thread.IsPrimary)
        {
            throw ApiError.InvalidRequest("The primary thread cannot be archived; archive the session.");
        }

        if (engine.Session.OpenRuns.Exists(run => run.Id == thread.WorkflowRunId))
        {
            throw ApiError.InvalidRequest($"Thread {thread.Id} belongs to the open workflow run {thread.WorkflowRunId}, which archives it automatically.", "workflow_run_open");
        }

        if (thread.Status is not (SessionStatus.Idle or SessionStatus.Terminated))
        {
            throw ApiError.InvalidRequest($"Thread {thread.Id} is {thread.Status.ToWireName()}; interrupt it first.");
        }

        engine.Threads.Archive(thread);
        return ToJson(thread);
    });

    private JsonObject ToJson(SessionThread thread) => thread.ToJson(context.Services.Now());
}
