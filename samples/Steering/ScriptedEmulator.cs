using Managed.Agents.Emulator;

namespace Steering;

/// <summary>An emulator whose agent would work for ever, if nobody stopped it.</summary>
internal static class ScriptedEmulator
{
    public static async Task<AgentsEmulator> StartAsync()
    {
        var emulator = await AgentsEmulator.StartAsync();
        emulator.OnAnyUserMessage()
            .Reply("I begin with 1998.")
            .Work(static interrupted => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, interrupted))
            .Reply("All years are done.");
        emulator.OnUserMessage("Only 2026, please.").Reply("Sales of 2026: up by 12 %.");
        return emulator;
    }
}
