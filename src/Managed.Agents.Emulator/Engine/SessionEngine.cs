using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>One session at work: its inputs, its threads, its answers and its state machine, all under one lock.</summary>
internal sealed class SessionEngine
{
    public SessionEngine(SessionState session, EngineContext context)
    {
        Session = session;
        Context = context;
        Events = new EventEmitter(session, context.Services);
        Lifecycle = new SessionLifecycle(session, Events, context);
        Threads = new SessionThreads(this);
        Inputs = new InputQueue(this);
        Answers = new AnswerDesk(this);
    }

    public SessionState Session { get; }

    public EngineContext Context { get; }

    public EventEmitter Events { get; }

    public SessionLifecycle Lifecycle { get; }

    public SessionThreads Threads { get; }

    public InputQueue Inputs { get; }

    public AnswerDesk Answers { get; }

    public object Sync => Session.Sync;

    /// <summary>Whether nothing of the session is left.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Whether the session has come to rest at its budget.</summary>
    public bool AtBudget => Session.Threads.Exists(static thread => thread.Activity is ThreadActivity.AwaitsBudget)
        || (Session.Status is SessionStatus.Idle && BudgetGuard.IsReached(Session, Context.Services.Now()));

    /// <summary>Takes in a batch of inputs, or none of it, and tells how they were stored.</summary>
    public JsonObject Accept(JsonArray inputs)
    {
        lock (Sync)
        {
            new InputRules(Session, AtBudget).Check(inputs);
            var stored = Inputs.Store(inputs);
            Answers.Resume();
            Inputs.StartNext();
            return new JsonObject { ["data"] = stored };
        }
    }

    /// <summary>Wakes what rested at the budget, once there is money again. Call under the lock.</summary>
    public void ResumeFromBudget()
    {
        if (BudgetGuard.IsReached(Session, Context.Services.Now()))
        {
            return;
        }

        foreach (var thread in Session.Threads.Where(static thread => thread.Activity is ThreadActivity.AwaitsBudget))
        {
            Lifecycle.BeginWork(thread);
            thread.Turn?.Gate.Signal();
        }

        Inputs.StartNext();
    }

    /// <summary>Says goodbye to every stream; nothing of the session is left. Call under the lock.</summary>
    public void Delete()
    {
        IsDeleted = true;
        var now = Context.Services.Now();
        var deleted = new StoredEvent(new JsonObject { ["type"] = "session.deleted", ["id"] = Events.NewId(), ["processed_at"] = Json.Time(now) }, now);
        foreach (var thread in Session.Threads)
        {
            thread.Turn?.Abandon();
            thread.Log.Show(deleted);
        }

        Lifecycle.CompleteStreams();
    }
}
