using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Runs one session: takes inputs in, keeps them in one ordered queue, and starts a turn for each. An interrupt jumps the queue.</summary>
internal sealed class SessionEngine
{
    private readonly LinkedList<QueuedInput> _queue = new();
    private readonly AnswerDesk _answers;

    public SessionEngine(SessionState session, EngineContext context)
    {
        Session = session;
        Context = context;
        Events = new EventEmitter(session, context.Services);
        Lifecycle = new SessionLifecycle(session, Events, context);
        _answers = new AnswerDesk(this);
    }

    public SessionState Session { get; }

    public EngineContext Context { get; }

    public EventEmitter Events { get; }

    public SessionLifecycle Lifecycle { get; }

    public object Sync => Session.Sync;

    public bool AtBudget => Session.Threads.Exists(static thread => thread.Activity is ThreadActivity.AwaitsBudget)
        || (Session.Status == "idle" && BudgetGuard.IsReached(Session, Context.Services.Now()));

    /// <summary>Takes in a batch of inputs, or none of it, and tells how they were stored.</summary>
    public JsonObject Accept(JsonArray inputs)
    {
        lock (Sync)
        {
            new InputRules(Session, AtBudget).Check(inputs);
            var stored = new JsonArray();
            QueuedInput? companion = null;
            foreach (var input in inputs.OfType<JsonObject>())
            {
                var kept = Store(input, companion);
                companion = kept.Queued;
                stored.Add((JsonNode)kept.Answer);
            }

            _answers.Resume();
            StartNext();
            return new JsonObject { ["data"] = stored };
        }
    }

    /// <summary>Begins the next queued turn if the primary thread is free. Call under the lock.</summary>
    public void StartNext()
    {
        if (Session.IsTerminated || Session.Primary.Turn is not null || AtBudget || _queue.First is not { } first)
        {
            return;
        }

        _queue.RemoveFirst();
        var now = Context.Services.Now();
        Session.Primary.Log.Process(first.Value.Event.Id, now);
        if (first.Value.Companion is { } companion)
        {
            Session.Primary.Log.Process(companion.Id, now);
        }

        Start(Session.Primary, first.Value.Event.ToJson());
    }

    /// <summary>Drops everything that waits, as happens when retries are used up. Call under the lock.</summary>
    public void DropQueue()
    {
        foreach (var input in _queue)
        {
            Session.Primary.Log.Discard(input.Event.Id);
            if (input.Companion is { } companion)
            {
                Session.Primary.Log.Discard(companion.Id);
            }
        }

        _queue.Clear();
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
            thread.Turn?.Signal();
        }

        StartNext();
    }

    /// <summary>Closes a thread for good. Call under the lock.</summary>
    public void ArchiveThread(SessionThread thread)
    {
        thread.Turn?.Abandon();
        thread.Pending.Clear();
        thread.ArchivedAt ??= Context.Services.Now();
        if (thread.Status != "terminated")
        {
            thread.Status = "terminated";
            thread.Activity = ThreadActivity.Idle;
            thread.UpdatedAt = thread.ArchivedAt.Value;
            Events.EmitStatus(thread, "session.thread_status_terminated");
        }

        thread.Log.Complete();
    }

    /// <summary>Says goodbye to every stream; nothing of the session is left. Call under the lock.</summary>
    public void Delete()
    {
        DropQueue();
        var now = Context.Services.Now();
        var deleted = new StoredEvent(new JsonObject { ["type"] = "session.deleted", ["id"] = Events.NewId(), ["processed_at"] = Json.Time(now) }, now);
        foreach (var thread in Session.Threads)
        {
            thread.Turn?.Abandon();
            thread.Log.Show(deleted);
        }

        Lifecycle.CompleteStreams();
    }

    /// <summary>Interrupts the threads that are at something; says whether there were any. Call under the lock.</summary>
    private bool Interrupt(StoredEvent interrupt, string? threadId)
    {
        var busy = Session.Threads.Where(thread => thread.Turn is not null && thread.ArchivedAt is null && (threadId is null || thread.Id == threadId)).ToList();
        foreach (var thread in busy)
        {
            thread.Turn!.Interrupt(interrupt.Id);
        }

        return busy.Count > 0;
    }

    private void Start(SessionThread thread, JsonObject input)
    {
        var script = Context.Scripts.Choose(thread, input);
        var turn = new Turn(this, thread, input);
        thread.Turn = turn;
        Lifecycle.BeginWork(thread);

        // The caller answers its request meanwhile; a turn never runs on a request's time.
        _ = Task.Run(() => turn.RunAsync(script), CancellationToken.None);
    }

    private (JsonObject Answer, QueuedInput? Queued) Store(JsonObject input, QueuedInput? companion)
    {
        var type = input.Text("type")!;
        var log = Session.Primary.Log;
        if (type is "user.tool_confirmation" or "user.custom_tool_result" or "user.tool_result")
        {
            return (_answers.Store(input), null);
        }

        var content = new JsonObject { ["type"] = type, ["id"] = Events.NewId() };
        foreach (var (name, value) in input)
        {
            content[name] = value?.DeepClone();
        }

        if (type == "user.define_outcome")
        {
            return DefineOutcome(content);
        }

        content["processed_at"] = null;
        var stored = new StoredEvent(content, processedAt: null);
        if (type == "user.interrupt" && AtBudget)
        {
            // Accepted, ignored, and not even kept: the whole session rests at its budget.
            return (content, null);
        }

        log.Add(stored, show: Context.Options.ShowQueuedInputs);
        if (type == "user.message")
        {
            return (content, _queue.AddLast(new QueuedInput(stored)).Value);
        }

        if (type == "user.interrupt" ? !Interrupt(stored, input.Text("session_thread_id")) : companion is null)
        {
            log.Process(stored.Id, Context.Services.Now());
        }
        else if (companion is not null)
        {
            companion.Companion = stored;
        }

        return (content, null);
    }

    private (JsonObject Answer, QueuedInput? Queued) DefineOutcome(JsonObject content)
    {
        var now = Context.Services.Now();
        content["outcome_id"] = Context.Services.NewId("outc");
        content["max_iterations"] = content.Number("max_iterations") ?? OutcomeRules.DefaultIterations;
        content["processed_at"] = Json.Time(now);
        var stored = new StoredEvent(content, now);
        Session.Primary.Log.Add(stored);
        Session.OutcomeEvaluations.Add(new JsonObject
        {
            ["type"] = "outcome_evaluation",
            ["outcome_id"] = content.Text("outcome_id"),
            ["description"] = content.Text("description"),
            ["iteration"] = 0,
            ["result"] = "pending",
            ["explanation"] = null,
            ["completed_at"] = null,
        });
        return (content, _queue.AddLast(new QueuedInput(stored)).Value);
    }
}
