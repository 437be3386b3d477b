using System.Diagnostics;
using System.Globalization;
using Anthropic;

namespace Managed.Agents.Benchmarks.Follow;

/// <summary>The measured process: creates sessions, follows all of them, sends a message to each, and waits until all are idle.</summary>
internal static class FollowChild
{
    public const string Command = "follow-child";

    /// <summary>The time after which all streams of the peer are open. The peer does not report when a stream is open.</summary>
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string variant, string address, string key, string count)
    {
        using var client = new ManagedAgentsClient(new ManagedAgentsOptions { BaseAddress = new Uri(address), ApiKey = key });
        var ids = await CreateSessionsAsync(client, int.Parse(count, CultureInfo.InvariantCulture));
        Console.WriteLine(await MeasureAsync(variant, client, new Uri(address), key, ids));
        return 0;
    }

    private static async Task<FollowResult> MeasureAsync(string variant, ManagedAgentsClient client, Uri address, string key, string[] ids)
    {
        using var stop = new CancellationTokenSource();
        using var peer = new AnthropicClient { ApiKey = key, BaseUrl = address.GetLeftPart(UriPartial.Authority) };
        var watches = ids.Select(_ => new SessionWatch()).ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var following = ids.Select((id, i) => variant == FollowRun.Peer
            ? PeerFollower.RunAsync(peer, id, watches[i], stop.Token)
            : OurFollower.RunAsync(client, id, watches[i], stop.Token)).ToArray();
        await Task.WhenAll(watches.Select(watch => watch.Connected));
        if (variant == FollowRun.Peer)
            await Task.Delay(Opening);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        var cpu = Environment.CpuUsage.TotalTime;
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (id, token) => await client.Sessions.Events.SendAsync(id, "Why does the payment test fail?", token));
        await Task.WhenAll(watches.Select(watch => watch.Idle));
        cpu = Environment.CpuUsage.TotalTime - cpu;
        await stop.CancelAsync();
        await Task.WhenAll(following).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var lost = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            await foreach (var stored in client.Sessions.Events.ListAsync(ids[i], new() { PageSize = 1000 }))
                lost += watches[i].Ids.Contains(stored.Id) ? 0 : 1;
        }

        var events = watches.Sum(watch => watch.Ids.Count);
        var latencies = watches.SelectMany(watch => watch.Latencies).Order().ToArray();
        return new FollowResult(
            events, lost, cpu.TotalMicroseconds / events, memory / 1024.0 / ids.Length, latencies[latencies.Length / 2], latencies[latencies.Length * 99 / 100]);
    }

    private static async Task<string[]> CreateSessionsAsync(ManagedAgentsClient client, int count)
    {
        var agent = await client.Agents.CreateAsync(new() { Name = "follower", Model = "claude-sonnet-5-5" });
        var environment = await client.Environments.CreateAsync(new() { Name = $"follow-{Stopwatch.GetTimestamp()}" });
        var ids = new string[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, token) =>
            ids[i] = (await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id }, token)).Id);
        return ids;
    }
}
