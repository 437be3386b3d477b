using Managed.Agents.Emulator;

namespace Steering;

/// <summary>An emulator whose agent works indefinitely until it is interrupted.</summary>
internal static class ScriptedEmulator
{
    public static async Task<AgentsEmulator> StartAsync()
    {
        var emulator = await AgentsEmulator.StartAsync();
        emulator.OnAnyUserMessage()
            .Reply("Starting with 1998.")
            .WaitFor(static interrupted => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, interrupted))
            .Reply("All years are done.");
        emulator.OnUserMessage("Only 2026, please.").Reply("Sales of 2026: up by 12 %.");
        return emulator;
    }
}
