using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Creates, starts, interrupts and closes the threads of a session. Guarded by the lock of the session.</summary>
internal sealed class SessionThreads(SessionEngine engine)
{
    private const int MaxChildren = 25;

    /// <summary>Creates a child thread and reports it.</summary>
    /// <param name="agent">The agent of the thread.</param>
    /// <param name="name">The agent name in events.</param>
    /// <param name="workflowRunId">The workflow run of the thread, if any.</param>
    /// <param name="counts">Whether the thread counts towards the session's limit of child threads.</param>
    public SessionThread Open(JsonObject agent, string name, string? workflowRunId = null, bool counts = true)
    {
        var session = engine.Session;
        if (counts && session.Threads.Count(static thread => thread.CountsAsChild && thread.ArchivedAt is null) >= MaxChildren)
        {
            throw new ScriptException($"a session has at most {MaxChildren} child threads at a time. Archive some first.");
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

        // A turn runs in the background; the request that started it does not wait.
        _ = Task.Run(() => turn.RunAsync(script), CancellationToken.None);
    }

    /// <summary>Interrupts the threads with a turn, and returns whether there were any.</summary>
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

    /// <summary>Archives an idle thread. It no longer counts towards the limit.</summary>
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
            // Its waiting calls are closed, so the session's stop reason may have changed.
            turn.Finishing?.Invoke(true);
            engine.Lifecycle.EmitIdleIfNotWorking();
            engine.Inputs.StartNext();
        }
    }

    /// <summary>Closes a thread of a workflow run.</summary>
    public void Close(SessionThread thread)
    {
        thread.ArchivedAt ??= engine.Context.Services.Now();
        thread.Clock.Stop(engine.Context.Services.Now());
        Terminate(thread);
    }

    /// <summary>Terminates a thread and ends its streams.</summary>
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
