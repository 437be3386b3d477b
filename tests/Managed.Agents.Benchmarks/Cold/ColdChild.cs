using System.Globalization;
using System.Runtime;
using System.Text;

namespace Managed.Agents.Benchmarks.Cold;

/// <summary>The child process: creates a client, reads the first event of a stream and prints a line. Then it prints its JIT statistics, which are not timed.</summary>
internal static class ColdChild
{
    public static async Task<int> RunAsync(string variant)
    {
        // Each variant is in its own type, so that a child process loads and compiles only what it uses.
        var text = variant switch
        {
            ColdVariant.Runtime => ColdRun.FirstText,
            ColdVariant.Peer => await PeerColdStart.FirstTextAsync(),
            ColdVariant.Direct => await OurColdStart.DirectAsync(),
            ColdVariant.Container => await OurColdStart.ContainerAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "The variant is unknown."),
        };

        // Console.WriteLine would add the time to set up its writer.
        await using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(text + "\n"));
        output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{JitInfo.GetCompiledMethodCount()} {JitInfo.GetCompilationTime().TotalMilliseconds:F1}\n")));
        return 0;
    }
}
