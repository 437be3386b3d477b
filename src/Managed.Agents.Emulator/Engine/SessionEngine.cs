using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Runs one session: its inputs, threads, answers and state machine, all guarded by one lock.</summary>
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
        Answers = new AnswerHandler(this);
    }

    public SessionState Session { get; }

    public EngineContext Context { get; }

    public EventEmitter Events { get; }

    public SessionLifecycle Lifecycle { get; }

    public SessionThreads Threads { get; }

    public InputQueue Inputs { get; }

    public AnswerHandler Answers { get; }

    public object Sync => Session.Sync;

    /// <summary>Whether the session was deleted.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Whether the session is idle at its budget, or a thread waits for more budget.</summary>
    public bool AtBudget => Session.Threads.Exists(static thread => thread.Activity is ThreadActivity.AwaitsBudget)
        || (Session.Status is SessionStatus.Idle && BudgetGuard.IsReached(Session, Context.Services.Now()));

    /// <summary>Accepts or refuses a batch of inputs as a whole, and returns the stored inputs.</summary>
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

    /// <summary>Resumes the threads that wait for budget, if the budget allows. Call under the lock.</summary>
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

    /// <summary>Deletes the session and ends its streams with <c>session.deleted</c>. Call under the lock.</summary>
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
