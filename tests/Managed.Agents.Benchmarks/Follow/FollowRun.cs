using System.Globalization;

namespace Managed.Agents.Benchmarks.Follow;

/// <summary>Measures following many sessions in one process, against an emulator in another process, compared with the plain stream of the peer.</summary>
internal static class FollowRun
{
    public const string Ours = "ours";

    public const string Peer = "peer";

    public static async Task<int> RunAsync(int sessions)
    {
        Console.WriteLine($"{sessions:N0} concurrent sessions, {FollowEmulator.Replies} messages each, one per second; the emulator and the client in a process each");
        var ours = await MeasureAsync(Ours, sessions);
        var peer = await MeasureAsync(Peer, sessions);
        Print("ours, FollowAsync", ours);
        Print("peer, its stream", peer);
        var holds = ours.Lost == 0;
        Console.WriteLine($"  {(holds ? "PASS" : "FAIL")}  events lost by FollowAsync: {ours.Lost}");
        return holds ? 0 : 1;
    }

    private static void Print(string name, FollowResult result) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-18} {result.Events,7} events, {result.Lost} lost; {result.CpuMicroseconds,6:F0} us of CPU per event, {result.StreamKilobytes,6:F1} kB per stream; latency p50 {result.MedianMilliseconds:F1} ms, p99 {result.P99Milliseconds:F1} ms"));

    private static async Task<FollowResult> MeasureAsync(string variant, int sessions)
    {
        using var emulator = ChildProcess.Start(FollowEmulator.Command);
        var access = (await emulator.StandardOutput.ReadLineAsync())!.Split(' ');
        using var child = ChildProcess.Start(FollowChild.Command, variant, access[0], access[1], sessions.ToString(CultureInfo.InvariantCulture));
        var line = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        emulator.StandardInput.Close();
        await emulator.WaitForExitAsync();
        return child.ExitCode == 0 ? FollowResult.Parse(line.Trim()) : throw new InvalidOperationException($"The child process {variant} exited with {child.ExitCode}.");
    }
}
