using System.Diagnostics;
using System.Globalization;

namespace Managed.Agents.Benchmarks.Cold;

/// <summary>Measures the time from process start to the first event, each variant in its own process, alternating.</summary>
internal static class ColdRun
{
    public const string ChildCommand = "cold-child";

    /// <summary>The text of the first event, which the child process prints.</summary>
    public const string FirstText = "Why does the payment test fail?";

    private const int Runs = 11;

    public static async Task<int> RunAsync()
    {
        string[] variants = [ColdVariant.Runtime, ColdVariant.Peer, ColdVariant.Direct, ColdVariant.Container];
        Console.WriteLine($"process start to first event, {Runs} alternating runs, medians");

        var taken = variants.ToDictionary(variant => variant, _ => new List<ColdMeasurement>(), StringComparer.Ordinal);
        for (var run = -1; run < Runs; run++)
        {
            for (var i = 0; i < variants.Length; i++)
            {
                var variant = variants[(run + 1 + i) % variants.Length];
                var measurement = await MeasureAsync(variant);
                // The first run only loads the files into memory.
                if (run >= 0)
                    taken[variant].Add(measurement);
            }
        }

        foreach (var variant in variants)
            Console.WriteLine($"  {variant,-10} {Median.Of(Times(variant)),7:F1} ms, {Median.Of(taken[variant].Select(m => (double)m.CompiledMethods)),5:F0} methods compiled in {Median.Of(taken[variant].Select(m => m.CompilingMilliseconds)),5:F1} ms");

        var holds = Bound.ColdDirect.Check(Median.OfRatios(Times(ColdVariant.Direct), Times(ColdVariant.Peer)))
            & Bound.ColdContainer.Check(Median.OfRatios(Times(ColdVariant.Container), Times(ColdVariant.Peer)));
        return holds ? 0 : 1;

        IEnumerable<double> Times(string variant) => taken[variant].Select(m => m.Milliseconds);
    }

    /// <summary>
    /// Measures from before the process starts until its line arrives, in this process. The start time that a process reads about itself
    /// has a resolution of 10 ms and excludes the time before it.
    /// </summary>
    private static async Task<ColdMeasurement> MeasureAsync(string variant)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (string.Equals(Path.GetFileNameWithoutExtension(Environment.ProcessPath), "dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(typeof(ColdRun).Assembly.Location);
        start.ArgumentList.Add(ChildCommand);
        start.ArgumentList.Add(variant);

        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var compiled = await process.StandardOutput.ReadLineAsync();
        await process.WaitForExitAsync();
        return line == FirstText && compiled?.Split(' ') is [var methods, var milliseconds]
            ? new ColdMeasurement(elapsed.TotalMilliseconds, int.Parse(methods, CultureInfo.InvariantCulture), double.Parse(milliseconds, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The child process {variant} printed {line ?? "nothing"}.");
    }
}
