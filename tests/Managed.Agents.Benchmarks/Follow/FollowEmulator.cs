using Managed.Agents.Emulator;

namespace Managed.Agents.Benchmarks.Follow;

/// <summary>Runs in the other process: an emulator whose agents reply to each message with several messages, one per second.</summary>
internal static class FollowEmulator
{
    public const string Command = "follow-emulator";

    public const int Replies = 10;

    /// <summary>Prints its address and its API key, and runs until its input ends.</summary>
    public static async Task<int> RunAsync()
    {
        await using var emulator = await AgentsEmulator.StartAsync();
        var script = emulator.OnAnyUserMessage();
        for (var i = 0; i < Replies; i++)
            script.Delay(TimeSpan.FromSeconds(1)).Reply($"Answer {i}: the payment test fails because it rounds half to even.");

        Console.WriteLine($"{emulator.BaseAddress} {emulator.ApiKey}");
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
