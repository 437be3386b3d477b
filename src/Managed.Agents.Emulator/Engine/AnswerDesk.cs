using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Takes the client's answers to waiting calls and wakes the threads that waited. Guarded by the lock of its session.</summary>
internal sealed class AnswerDesk(SessionEngine engine)
{
    private readonly HashSet<SessionThread> _answered = [];

    /// <summary>Stores an answer that passed the rules.</summary>
    /// <param name="content">The input with its id; completed here.</param>
    public void Store(JsonObject content)
    {
        var session = engine.Session;
        var now = engine.Context.Services.Now();
        var callId = content.Text("custom_tool_use_id") ?? content.Text("tool_use_id")!;
        var thread = session.Threads.Find(thread => thread.Pending.Exists(call => call.EventId == callId));
        if (thread is not null)
        {
            thread.Pending.First(call => call.EventId == callId).Answer = content.Copy();
            _answered.Add(thread);
        }

        if (thread is { IsPrimary: false })
        {
            // The child's stream gets a copy under an id of its own, as on the service.
            var copy = content.Copy();
            copy["id"] = engine.Events.NewId();
            Keep(thread.Log, copy, now);
            content["session_thread_id"] = thread.Id;
        }

        Keep(session.Primary.Log, content, now);
    }

    /// <summary>Goes on with the threads whose calls are all answered, and says again what the others wait for.</summary>
    public void Resume()
    {
        foreach (var thread in _answered.Where(static thread => thread.Activity is ThreadActivity.AwaitsClient))
        {
            if (thread.Unanswered.Any())
            {
                engine.Lifecycle.EndWork(thread, ThreadActivity.AwaitsClient, StopReason.RequiresAction(thread.Unanswered));
            }
            else
            {
                engine.Lifecycle.BeginWork(thread);
                thread.Turn?.Gate.Signal();
            }
        }

        _answered.Clear();
    }

    private void Keep(EventLog log, JsonObject content, DateTimeOffset now)
    {
        // Results are processed on receipt; a confirmation waits for as long as it takes to wake the thread.
        var waits = content.Text("type") == "user.tool_confirmation";
        content["processed_at"] = waits ? null : Json.Time(now);
        var stored = new StoredEvent(content, now, isQueued: waits);
        log.Add(stored, show: !waits || engine.Context.Options.ShowQueuedInputs);
        if (waits)
        {
            log.Process(stored.Id, now);
        }
    }
}
