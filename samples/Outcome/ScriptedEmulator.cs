using Managed.Agents.Emulator;

namespace Outcome;

/// <summary>An emulator whose agent forgets something the first time.</summary>
internal static class ScriptedEmulator
{
    public static async Task<AgentsEmulator> StartAsync()
    {
        var emulator = await AgentsEmulator.StartAsync();
        emulator.OnOutcome()
            .Reply("The notes are written.")
            .Evaluate("needs_revision", "The renamed option has no way out.")
            .Reply("Now every change has its way out.")
            .Evaluate("satisfied", "All of it is there, in 140 words.");
        return emulator;
    }
}
