using System.Globalization;
using System.Runtime;
using System.Text;

namespace Managed.Agents.Benchmarks.Cold;

/// <summary>What a child process does: one client, one stream, its first event, one line; then, no longer timed, what was compiled for it.</summary>
internal static class ColdChild
{
    public static async Task<int> RunAsync(string variant)
    {
        // Each in its own type, so that no child loads or compiles anything of another.
        var text = variant switch
        {
            ColdVariant.Runtime => ColdRun.FirstText,
            ColdVariant.Peer => await PeerColdStart.FirstTextAsync(),
            ColdVariant.Direct => await OurColdStart.DirectAsync(),
            ColdVariant.Container => await OurColdStart.ContainerAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "unknown"),
        };

        // Not Console.WriteLine: setting up its writer would cost every child the same needless milliseconds.
        await using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(text + "\n"));
        output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{JitInfo.GetCompiledMethodCount()} {JitInfo.GetCompilationTime().TotalMilliseconds:F1}\n")));
        return 0;
    }
}
