using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A workflow run. Guarded by the lock of its session.</summary>
internal sealed class WorkflowRun(SessionEngine engine, WorkflowScript script)
{
    private readonly string _id = engine.Context.Services.NewId("wrun");
    private readonly JsonArray _phases = new([.. script.Phases.Select(phase => new JsonObject
    {
        ["id"] = engine.Context.Services.NewId("wrph"),
        ["name"] = phase.Name,
        ["description"] = null,
    })]);

    public string Id => _id;

    /// <summary>The index of the first phase that has not ended.</summary>
    public int NextPhase { get; private set; }

    public WorkflowScript Script => script;

    public void Create()
    {
        engine.Session.OpenRuns.Add(this);
        Emit("created", new JsonObject { ["name"] = script.Name, ["description"] = script.Description, ["phases"] = _phases.Copy() });
        Emit("status_running");
    }

    /// <summary>Pauses the run after an interrupt. The run stays open.</summary>
    public void Pause() => Emit("status_idle");

    public void Resume() => Emit("status_running");

    public string BeginPhase() => Emit("phase_started", new JsonObject { ["workflow_run_phase_id"] = _phases[NextPhase].Text("id") }).Id;

    public void EndPhase(string startedId)
    {
        Emit("phase_ended", new JsonObject { ["workflow_run_phase_id"] = _phases[NextPhase].Text("id"), ["phase_started_id"] = startedId });
        NextPhase++;
    }

    public void End()
    {
        var result = Json.Typed(script.Result);
        if (script.Error is { } error)
        {
            var problem = new JsonObject { ["type"] = error.Type, ["message"] = error.Message };
            result["error"] = problem.Copy();
            Emit("error", new JsonObject { ["error"] = problem });
        }

        Emit("status_ended", new JsonObject { ["result"] = result });
        engine.Session.OpenRuns.Remove(this);
    }

    private StoredEvent Emit(string action, JsonObject? fields = null)
    {
        var complete = fields ?? [];
        complete["workflow_run_id"] = _id;
        return engine.Events.Emit($"workflow_run.{action}", complete);
    }
}
