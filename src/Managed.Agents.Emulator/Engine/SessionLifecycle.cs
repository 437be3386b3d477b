using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The state machine of a session and its threads, with the events that report it. Guarded by the lock of its session.</summary>
internal sealed class SessionLifecycle(SessionState session, EventEmitter events, EngineContext context)
{
    private bool IsWorking => session.Threads.Exists(static thread => thread.Activity is ThreadActivity.Working);

    /// <summary>Marks a thread as running. The session runs while any thread does.</summary>
    public void BeginWork(SessionThread thread)
    {
        var now = context.Services.Now();
        thread.Activity = ThreadActivity.Working;
        thread.Status = SessionStatus.Running;
        thread.UpdatedAt = now;
        thread.Clock.Start(now);
        if (session.Status != SessionStatus.Running)
        {
            session.Status = SessionStatus.Running;
            session.UpdatedAt = now;
            session.Clock.Start(now);
            context.Work.QueueSession(session);
            events.Emit("session.status_running");
        }

        if (ReportsStatus(thread))
        {
            events.EmitStatus(thread, "session.thread_status_running");
        }
    }

    /// <summary>Reports a transient failure. The service retries automatically; <see cref="BeginWork"/> continues the thread.</summary>
    public void Reschedule(SessionThread thread)
    {
        var now = context.Services.Now();
        thread.Status = SessionStatus.Rescheduling;
        thread.UpdatedAt = now;
        session.Status = SessionStatus.Rescheduling;
        session.UpdatedAt = now;
        session.Clock.Stop(now);
        thread.Clock.Stop(now);
        events.Emit("session.status_rescheduled");
        if (ReportsStatus(thread))
        {
            events.EmitStatus(thread, "session.thread_status_rescheduled");
        }
    }

    /// <summary>Ends or pauses the work of a thread, and reports the session as idle if no thread works.</summary>
    public void EndWork(SessionThread thread, ThreadActivity activity, StopReason reason)
    {
        SetIdle(thread, activity, reason);
        if (activity is ThreadActivity.AwaitsBudget && IsWorking)
        {
            // A thread that pauses at the budget reports usage, even while other threads still work.
            EmitUsage();
        }

        EmitIdleIfNotWorking();
    }

    /// <summary>Ends or pauses the work of a thread without changing the session, because another thread continues.</summary>
    public void SetIdle(SessionThread thread, ThreadActivity activity, StopReason reason)
    {
        var now = context.Services.Now();
        thread.Activity = activity;
        thread.Stop = reason;
        thread.Status = SessionStatus.Idle;
        thread.UpdatedAt = now;
        thread.Clock.Stop(now);
        // At the budget every thread reports its status, including the primary one.
        if (ReportsStatus(thread) || BudgetGuard.IsReached(session, now))
        {
            events.EmitStatus(thread, "session.thread_status_idle", reason.AddTo([]));
        }
    }

    /// <summary>Reports the session as idle with its stop reason, if no thread works.</summary>
    public void EmitIdleIfNotWorking()
    {
        if (session.IsTerminated || IsWorking)
        {
            return;
        }

        var now = context.Services.Now();
        var wasRunning = session.Status != SessionStatus.Idle;
        session.Status = SessionStatus.Idle;
        session.IdleSince = now;
        if (wasRunning)
        {
            session.UpdatedAt = now;
            session.Clock.Stop(now);
        }

        EmitUsage();
        events.Emit("session.status_idle", Reason().AddTo([]));
    }

    public void EmitUsage() => events.Emit("session.usage", new JsonObject
    {
        ["usage"] = session.UsageJson(context.Services.Now()),
        ["budget"] = session.Budget?.Copy(),
    });

    /// <summary>Terminates the session, because it was archived or had an unrecoverable error. Streams end after the event.</summary>
    public void Terminate()
    {
        var now = context.Services.Now();
        session.Status = SessionStatus.Terminated;
        session.UpdatedAt = now;
        session.Clock.Stop(now);
        foreach (var thread in session.Threads)
        {
            thread.Turn?.Abandon();
            thread.Activity = ThreadActivity.Idle;
            thread.Status = SessionStatus.Terminated;
            thread.Pending.Clear();
            thread.Clock.Stop(now);
        }

        events.Emit("session.status_terminated");
        CompleteStreams();
    }

    public void CompleteStreams()
    {
        foreach (var thread in session.Threads)
        {
            thread.Log.Complete();
        }
    }

    /// <summary>Gets why the session is idle. Waiting for the client has priority over all other reasons.</summary>
    private StopReason Reason()
    {
        var waiting = session.Threads.SelectMany(static thread => thread.Unanswered).ToList();
        return waiting.Count > 0
            ? StopReason.RequiresAction(waiting)
            : session.Threads.Any(static thread => thread.Activity is ThreadActivity.AwaitsBudget) || BudgetGuard.IsReached(session, context.Services.Now())
                ? StopReason.BudgetReached
                : session.Primary.Stop;
    }

    private bool ReportsStatus(SessionThread thread) => !thread.IsPrimary || context.Options.ShowPrimaryThreadStatus;
}
