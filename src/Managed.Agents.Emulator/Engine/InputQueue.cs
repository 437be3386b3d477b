using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The queue of a session's inputs. Starts their turns one after the other. Guarded by the lock of its session.</summary>
internal sealed class InputQueue(SessionEngine engine)
{
    private readonly LinkedList<QueuedInput> _waiting = new();

    private EventLog Log => engine.Session.Primary.Log;

    private DateTimeOffset Now => engine.Context.Services.Now();

    /// <summary>Stores a batch of inputs that passed validation, and returns the stored inputs.</summary>
    public JsonArray Store(JsonArray inputs)
    {
        var stored = new JsonArray();
        QueuedInput? preceding = null;
        foreach (var input in inputs.OfType<JsonObject>())
        {
            var content = new JsonObject { ["type"] = input.Text("type"), ["id"] = engine.Events.NewId() };
            foreach (var (name, value) in input)
            {
                content[name] = value?.DeepClone();
            }

            preceding = Store(content, preceding);
            stored.Add((JsonNode)content);
        }

        return stored;
    }

    /// <summary>Starts the next queued turn if the primary thread is free.</summary>
    public void StartNext()
    {
        var session = engine.Session;
        if (session.IsTerminated || session.Primary.Turn is not null || engine.AtBudget || _waiting.First is not { } first)
        {
            return;
        }

        _waiting.RemoveFirst();
        MarkProcessed(first.Value.Event.Id);
        if (first.Value.SystemMessage is { } systemMessage)
        {
            MarkProcessed(systemMessage.Id);
        }

        var input = first.Value.Event.ToJson();
        session.Primary.Context.AddInput(InputText.Of(input));
        if (input.Text("type") == "user.define_outcome")
        {
            session.Outcome?.BeginWork();
        }

        engine.Threads.Start(session.Primary, new Turn(engine, session.Primary, input), Script(session, input));
    }

    private IReadOnlyList<ScriptStep> Script(SessionState session, JsonObject input)
    {
        var script = engine.Context.Scripts.Choose(session.Primary, input);
        return session.OpenRuns.Count == 0 ? script : [new ResumeWorkflowsStep(), .. script];
    }

    /// <summary>Sets the processing time of an input on every thread that has it.</summary>
    public void MarkProcessed(string eventId)
    {
        foreach (var thread in engine.Session.Threads)
        {
            thread.Log.Process(eventId, Now);
        }
    }

    /// <summary>Drops all queued inputs, as the service does when retries are exhausted.</summary>
    public void Drop()
    {
        foreach (var input in _waiting)
        {
            Log.Discard(input.Event.Id);
            if (input.SystemMessage is { } systemMessage)
            {
                Log.Discard(systemMessage.Id);
            }
        }

        _waiting.Clear();
        if (engine.Session.Outcome is { HasBegun: false } outcome)
        {
            outcome.Fail(engine);
        }
    }

    private QueuedInput? Store(JsonObject content, QueuedInput? preceding)
    {
        switch (content.Text("type"))
        {
            case "user.message":
                return Queue(Add(content));
            case "user.define_outcome":
                return Queue(DefineOutcome(content));
            case "user.interrupt":
                Interrupt(content);
                return null;
            case "system.message":
                var text = Add(content);
                if (preceding is null)
                {
                    MarkProcessed(text.Id);
                }
                else
                {
                    preceding.SystemMessage = text;
                }

                return null;
            default:
                engine.Answers.Store(content);
                return null;
        }
    }

    private QueuedInput Queue(StoredEvent stored) => _waiting.AddLast(new QueuedInput(stored)).Value;

    private StoredEvent Add(JsonObject content)
    {
        content["processed_at"] = null;
        var stored = new StoredEvent(content, Now, isQueued: true);
        Log.Add(stored, show: engine.Context.Options.ShowQueuedInputs);
        return stored;
    }

    private void Interrupt(JsonObject content)
    {
        content["processed_at"] = null;
        if (engine.Session.Status is SessionStatus.Idle && engine.AtBudget)
        {
            // The service accepts an interrupt at the budget and does not store it.
            return;
        }

        if (engine.Session.Threads.SelectMany(static thread => thread.Unanswered).Any(static call => call.Kind is PendingKind.ToolResult))
        {
            // The worker may have failed. The work is queued again, unless a worker still has it.
            engine.Context.Work.QueueSession(engine.Session);
        }

        var stored = Add(content);
        var threadId = content.Text("session_thread_id");
        var child = engine.Session.Threads.Find(thread => thread.Id == threadId && !thread.IsPrimary);
        child?.Log.Add(stored, show: engine.Context.Options.ShowQueuedInputs);
        if (!engine.Threads.Interrupt(stored.Id, threadId))
        {
            MarkProcessed(stored.Id);
        }
    }

    private StoredEvent DefineOutcome(JsonObject content)
    {
        content["outcome_id"] = engine.Context.Services.NewId("outc");
        content["max_iterations"] = content.Number("max_iterations") ?? OutcomeRun.DefaultIterations;
        content["processed_at"] = Json.Time(Now);
        var stored = new StoredEvent(content, Now);
        Log.Add(stored);
        engine.Session.Outcome = new OutcomeRun(content);
        engine.Session.OutcomeEvaluations.Add(engine.Session.Outcome.Evaluation);
        return stored;
    }
}
