using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Emits an event of any type, as a later version of the API might.</summary>
internal sealed class EmitStep(string type, JsonObject? fields) : ScriptStep
{
    public override Task RunAsync(Turn turn)
    {
        turn.Gate.Do(() => turn.Engine.Events.Emit(turn.Thread, type, fields));
        return Task.CompletedTask;
    }
}

/// <summary>Replaces a script whose condition failed, and fails the turn with the reason.</summary>
internal sealed class InvalidScriptStep(Exception reason) : ScriptStep
{
    public override Task RunAsync(Turn turn) => throw new ScriptException(reason.Message);
}
