using System.Diagnostics;

namespace Managed.Agents.Benchmarks.Turns;

/// <summary>Compares a turn without tools with the calls that a program would make by hand, against an emulator in another process.</summary>
internal static class TurnBenchmark
{
    private const int Rounds = 300;
    private const int Measured = 200;
    private const int EarlierMessages = 5_000;
    private const int MessagesPerRequest = 250;

    public static async Task<int> RunAsync()
    {
        using var emulator = ChildProcess.Start(TurnEmulator.Command);
        var access = (await emulator.StandardOutput.ReadLineAsync())!.Split(' ');
        using var client = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = access[1], BaseAddress = new Uri(access[0]) });
        var agent = await client.Agents.CreateAsync(new() { Name = "talker", Model = "claude-sonnet-5-5" });
        var environment = await client.Environments.CreateAsync(new() { Name = "turns" });
        var request = new SessionCreateRequest { Agent = agent.Id, EnvironmentId = environment.Id };
        var old = (await client.Sessions.CreateAsync(request)).Id;
        await FillAsync(client, old);

        List<double> plain = [], turn = [], late = [];
        for (var round = 0; round < Rounds; round++)
        {
            plain.Add(await TimeAsync(client, request, PlainAsync));
            turn.Add(await TimeAsync(client, request, RunAsync));
            late.Add(await TimeAsync(client, request, (client, _) => RunAsync(client, old)));
        }

        emulator.StandardInput.Close();
        await emulator.WaitForExitAsync();
        var (by, ours, after) = (plain[^Measured..], turn[^Measured..], late[^Measured..]);
        Console.WriteLine($"A turn without tools, {Rounds} interleaved rounds, medians of the last {Measured}");
        Console.WriteLine($"  StreamAsync + SendAsync       {Median.Of(by),7:F2} ms");
        Console.WriteLine($"  RunAsync                      {Median.Of(ours),7:F2} ms");
        Console.WriteLine($"  RunAsync after {EarlierMessages:N0} messages {Median.Of(after),6:F2} ms");
        return Bound.TurnTimeToPlain.Check(Median.OfRatios(ours, by)) & Bound.TurnTimeInLongSession.Check(Median.OfRatios(after, ours)) ? 0 : 1;
    }

    private static async Task FillAsync(ManagedAgentsClient client, string sessionId)
    {
        for (var sent = 0; sent < EarlierMessages; sent += MessagesPerRequest)
        {
            await client.Sessions.RunAsync(sessionId, [.. Enumerable.Range(sent, MessagesPerRequest).Select(static number => new UserMessage($"Message {number}."))]);
        }
    }

    /// <summary>Measures a turn in a new session, so that its history does not grow with the rounds. Each measurement starts after the same call.</summary>
    private static async Task<double> TimeAsync(ManagedAgentsClient client, SessionCreateRequest request, Func<ManagedAgentsClient, string, Task> run)
    {
        var session = (await client.Sessions.CreateAsync(request)).Id;
        var started = Stopwatch.GetTimestamp();
        await run(client, session);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task PlainAsync(ManagedAgentsClient client, string sessionId)
    {
        await using var stream = await client.Sessions.Events.StreamAsync(sessionId);
        await client.Sessions.Events.SendAsync(sessionId, "Hello.");
        await foreach (var received in stream)
        {
            if (received is SessionStatusIdleEvent)
            {
                return;
            }
        }
    }

    private static async Task RunAsync(ManagedAgentsClient client, string sessionId)
    {
        var result = await client.Sessions.RunAsync(sessionId, "Hello.");
        if (result.Text != "Done.")
        {
            throw new InvalidOperationException($"The turn ended with '{result}'.");
        }
    }
}
