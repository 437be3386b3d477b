namespace Managed.Agents.Emulator;

/// <summary>One step of a turn.</summary>
internal abstract class ScriptStep
{
    public abstract Task RunAsync(Turn turn);
}
