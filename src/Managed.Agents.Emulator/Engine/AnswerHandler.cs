using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Stores the client's answers to waiting calls and resumes their threads. Guarded by the lock of its session.</summary>
internal sealed class AnswerHandler(SessionEngine engine)
{
    private readonly HashSet<SessionThread> _answered = [];

    /// <summary>Stores an answer that passed validation.</summary>
    /// <param name="content">The input with its id. This method adds the remaining fields.</param>
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
            // As on the service, the child's stream gets a copy with a different id.
            var copy = content.Copy();
            copy["id"] = engine.Events.NewId();
            Add(thread.Log, copy, now);
            content["session_thread_id"] = thread.Id;
        }

        Add(session.Primary.Log, content, now);
    }

    /// <summary>Resumes the threads whose calls are all answered. The other threads report again which answers they wait for.</summary>
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

    private void Add(EventLog log, JsonObject content, DateTimeOffset now)
    {
        // Results are processed on receipt. A confirmation is queued until the thread resumes.
        var isQueued = content.Text("type") == "user.tool_confirmation";
        content["processed_at"] = isQueued ? null : Json.Time(now);
        var stored = new StoredEvent(content, now, isQueued);
        log.Add(stored, show: !isQueued || engine.Context.Options.ShowQueuedInputs);
        if (isQueued)
        {
            log.Process(stored.Id, now);
        }
    }
}
