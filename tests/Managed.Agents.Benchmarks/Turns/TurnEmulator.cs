using Managed.Agents.Emulator;

namespace Managed.Agents.Benchmarks.Turns;

/// <summary>Runs in the other process: an emulator whose agents answer with one message.</summary>
internal static class TurnEmulator
{
    public const string Command = "turns-emulator";

    /// <summary>Prints its address and its API key, and runs until its input ends.</summary>
    public static async Task<int> RunAsync()
    {
        await using var emulator = await AgentsEmulator.StartAsync();
        emulator.OnAnyUserMessage().Reply("Done.");
        Console.WriteLine($"{emulator.BaseAddress} {emulator.ApiKey}");
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
