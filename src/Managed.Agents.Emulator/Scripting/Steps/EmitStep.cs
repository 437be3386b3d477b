using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Emits an event of any type, as the API of tomorrow might.</summary>
internal sealed class EmitStep(string type, JsonObject? fields) : ScriptStep
{
    public override Task RunAsync(Turn turn)
    {
        turn.Gate.Do(() => turn.Engine.Events.Emit(turn.Thread, type, fields));
        return Task.CompletedTask;
    }
}

/// <summary>Stands for a script that could not be chosen; tells why as soon as the turn runs.</summary>
internal sealed class BrokenStep(Exception reason) : ScriptStep
{
    public override Task RunAsync(Turn turn) => throw new ScriptException(reason.Message);
}
