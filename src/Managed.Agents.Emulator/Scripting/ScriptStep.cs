namespace Managed.Agents.Emulator;

/// <summary>One thing an agent does in a turn.</summary>
internal abstract class ScriptStep
{
    public abstract Task RunAsync(Turn turn);
}
