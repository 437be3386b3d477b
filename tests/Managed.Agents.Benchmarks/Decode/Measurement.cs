using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Managed.Agents.Benchmarks.Decode;

/// <summary>The time and memory of one pass over the stream, per event.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Measurement(double Nanoseconds, double Bytes)
{
    public static async Task<Measurement> TakeAsync(IDecoder decoder, Tally expected)
    {
        // Collect the garbage of the previous decoder first.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // All threads count, because a stream can continue on another thread.
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        var tally = await decoder.DecodeAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        return tally == expected
            ? new Measurement(elapsed.TotalNanoseconds / tally.Events, (double)allocated / tally.Events)
            : throw new InvalidOperationException($"{decoder.Name} read {tally} instead of {expected}.");
    }
}
