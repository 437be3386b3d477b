using System.Globalization;
using System.Runtime.InteropServices;

namespace Managed.Agents.Benchmarks.Follow;

/// <summary>The cost of following all sessions in one process.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FollowResult(int Events, int Lost, double CpuMicroseconds, double StreamKilobytes, double MedianMilliseconds, double P99Milliseconds)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Events} {Lost} {CpuMicroseconds:F2} {StreamKilobytes:F2} {MedianMilliseconds:F3} {P99Milliseconds:F3}");

    public static FollowResult Parse(string line)
    {
        var parts = line.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new FollowResult((int)parts[0], (int)parts[1], parts[2], parts[3], parts[4], parts[5]);
    }
}
