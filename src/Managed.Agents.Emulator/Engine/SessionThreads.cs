using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Makes, starts, interrupts and closes the threads of a session. Guarded by its lock.</summary>
internal sealed class SessionThreads(SessionEngine engine)
{
    private const int MaxChildren = 25;

    /// <summary>Opens a thread beside the primary one and says so.</summary>
    /// <param name="agent">What the thread runs.</param>
    /// <param name="name">The name under which events report it.</param>
    /// <param name="workflowRunId">The run the thread belongs to, if any; those do not count towards the limit.</param>
    /// <param name="counts">Whether the thread takes one of the places a session has for children.</param>
    public SessionThread Open(JsonObject agent, string name, string? workflowRunId = null, bool counts = true)
    {
        var session = engine.Session;
        if (counts && session.Threads.Count(static thread => thread.CountsAsChild && thread.ArchivedAt is null) >= MaxChildren)
        {
            throw new ScriptException($"a session has at most {MaxChildren} child threads at a time; archive some.");
        }

        var services = engine.Context.Services;
        var thread = new SessionThread(services.NewId("sthr"), session.Id, agent, session.Primary, services.NextSequence(), services.Now())
        {
            AgentName = name,
            WorkflowRunId = workflowRunId,
            CountsAsChild = counts,
        };
        session.Threads.Add(thread);
        engine.Events.EmitStatus(thread, "session.thread_created", new JsonObject { ["workflow_run_id"] = workflowRunId });
        return thread;
    }

    public void Start(SessionThread thread, Turn turn, IReadOnlyList<ScriptStep> script)
    {
        thread.Turn = turn;
        engine.Lifecycle.BeginWork(thread);

        // Whoever caused the turn goes on meanwhile; a turn never runs on a request's time.
        _ = Task.Run(() => turn.RunAsync(script), CancellationToken.None);
    }

    /// <summary>Interrupts the threads that are at something; says whether there were any.</summary>
    public bool Interrupt(string eventId, string? threadId)
    {
        var busy = engine.Session.Threads
            .Where(thread => thread.Turn is not null && thread.Activity is not ThreadActivity.AwaitsBudget && (threadId is null || thread.Id == threadId))
            .ToList();
        foreach (var thread in busy)
        {
            thread.Turn!.Interrupt(eventId);
        }

        return busy.Count > 0;
    }

    /// <summary>Closes an idle thread for good; its place is free.</summary>
    public void Archive(SessionThread thread)
    {
        thread.ArchivedAt ??= engine.Context.Services.Now();
        engine.Session.ClosedConfirmations.UnionWith(thread.Unanswered.Where(static call => call.Kind is PendingKind.Confirmation).Select(static call => call.EventId));
        thread.Pending.Clear();
        var turn = thread.Turn;
        turn?.Abandon();
        Terminate(thread);
        if (turn is not null)
        {
            // The calls it waited for are gone, so the session may be idle for another reason now.
            turn.Finishing?.Invoke(true);
            engine.Lifecycle.Settle();
            engine.Inputs.StartNext();
        }
    }

    /// <summary>Clears away the thread of a workflow run.</summary>
    public void Close(SessionThread thread)
    {
        thread.ArchivedAt ??= engine.Context.Services.Now();
        thread.Clock.Stop(engine.Context.Services.Now());
        Terminate(thread);
    }

    /// <summary>Ends a thread that will never run again.</summary>
    public void Terminate(SessionThread thread)
    {
        if (thread.Status is not SessionStatus.Terminated)
        {
            thread.Status = SessionStatus.Terminated;
            thread.Activity = ThreadActivity.Idle;
            thread.UpdatedAt = engine.Context.Services.Now();
            engine.Events.EmitStatus(thread, "session.thread_status_terminated");
        }

        thread.Log.Complete();
    }
}
