using Managed.Agents.Emulator;

namespace Outcome;

/// <summary>An emulator whose agent needs a second attempt.</summary>
internal static class ScriptedEmulator
{
    public static async Task<AgentsEmulator> StartAsync()
    {
        var emulator = await AgentsEmulator.StartAsync();
        emulator.OnOutcome()
            .Reply("The notes are written.")
            .Evaluate("needs_revision", "The renamed option has no migration.")
            .Reply("Every change now has a migration.")
            .Evaluate("satisfied", "Complete, in 140 words.");
        return emulator;
    }
}
