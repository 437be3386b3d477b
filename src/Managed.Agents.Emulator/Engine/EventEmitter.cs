using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Makes events and puts them where they belong. Guarded by the lock of its session.</summary>
internal sealed class EventEmitter(SessionState session, EmulatorServices services)
{
    public string NewId() => services.NewId("sevt");

    /// <summary>An event of one thread's own activity.</summary>
    public StoredEvent Emit(SessionThread thread, string type, JsonObject? fields = null, string? id = null)
    {
        var made = Make(type, fields, id);
        thread.Log.Add(made);
        return made;
    }

    /// <summary>An event of the session as a whole: on the primary stream.</summary>
    public StoredEvent Emit(string type, JsonObject? fields = null) => Emit(session.Primary, type, fields);

    /// <summary>A change in the life of a thread: on its own stream and on the primary one.</summary>
    public void EmitStatus(SessionThread thread, string type, JsonObject? fields = null)
    {
        var complete = fields ?? [];
        complete["session_thread_id"] = thread.Id;
        complete["agent_name"] = thread.AgentName;
        var made = Make(type, complete, id: null);
        session.Primary.Log.Add(made);
        if (!thread.IsPrimary)
        {
            thread.Log.Add(made);
        }
    }

    private StoredEvent Make(string type, JsonObject? fields, string? id)
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
            SessionBells.Ring(webhooks, session, content, now);
        }

        return new StoredEvent(content, now);
    }
}
