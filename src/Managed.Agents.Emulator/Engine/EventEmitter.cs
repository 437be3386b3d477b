using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Creates events and adds them to the history of the threads concerned. Guarded by the lock of its session.</summary>
internal sealed class EventEmitter(SessionState session, EmulatorServices services)
{
    public string NewId() => services.NewId("sevt");

    /// <summary>Emits an event of one thread.</summary>
    public StoredEvent Emit(SessionThread thread, string type, JsonObject? fields = null, string? id = null)
    {
        var created = Create(type, fields, id);
        thread.Log.Add(created);
        return created;
    }

    /// <summary>Emits an event of the session on the primary stream.</summary>
    public StoredEvent Emit(string type, JsonObject? fields = null) => Emit(session.Primary, type, fields);

    /// <summary>Emits a status change of a thread on its own stream and on the primary stream.</summary>
    public void EmitStatus(SessionThread thread, string type, JsonObject? fields = null)
    {
        var complete = fields ?? [];
        complete["session_thread_id"] = thread.Id;
        complete["agent_name"] = thread.AgentName;
        var created = Create(type, complete, id: null);
        session.Primary.Log.Add(created);
        if (!thread.IsPrimary)
        {
            thread.Log.Add(created);
        }
    }

    private StoredEvent Create(string type, JsonObject? fields, string? id)
    {
        var now = services.Now();
        var content = new JsonObject { ["type"] = type, ["id"] = id ?? NewId() };
        foreach (var (name, value) in fields ?? [])
        {
            content[name] = value?.DeepClone();
        }

        content["processed_at"] = Json.Time(now);
        if (services.Webhooks is { } webhooks)
        {
            SessionWebhooks.Send(webhooks, session, content, now);
        }

        return new StoredEvent(content, now);
    }
}
