using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Managed.Agents.Benchmarks.Decode;

/// <summary>What one pass over the stream took, per event.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Measurement(double Nanoseconds, double Bytes)
{
    public static async Task<Measurement> TakeAsync(IDecoder decoder, Tally expected)
    {
        // Nobody pays for another's garbage.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // Of all threads: a stream may go on on another one than it began on.
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        var tally = await decoder.DecodeAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        return tally == expected
            ? new Measurement(elapsed.TotalNanoseconds / tally.Events, (double)allocated / tally.Events)
            : throw new InvalidOperationException($"{decoder.Name} saw {tally}, not {expected}.");
    }
}
