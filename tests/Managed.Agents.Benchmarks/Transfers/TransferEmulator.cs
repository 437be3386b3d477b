using Managed.Agents.Emulator;

namespace Managed.Agents.Benchmarks.Transfers;

/// <summary>Runs in the other process: an emulator whose agents output the files of a folder.</summary>
internal static class TransferEmulator
{
    public const string Command = "transfers-emulator";

    /// <summary>Prints its address and its API key, and runs until its input ends.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        await using var emulator = await AgentsEmulator.StartAsync();
        emulator.OnAnyUserMessage().Reply(turn =>
        {
            foreach (var file in Directory.GetFiles(folder))
                emulator.AddSessionOutput(turn.SessionId, Path.GetFileName(file), File.ReadAllBytes(file));
            return "Done.";
        });

        Console.WriteLine($"{emulator.BaseAddress} {emulator.ApiKey}");
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
