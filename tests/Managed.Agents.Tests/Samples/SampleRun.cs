using System.Reflection;

namespace Managed.Agents.Tests.Samples;

/// <summary>Runs a sample as its own command does, in this process.</summary>
internal static class SampleRun
{
    /// <summary>Runs the sample to its end.</summary>
    /// <returns>The lines it printed, and perhaps some that another test printed meanwhile.</returns>
    public static async Task<IReadOnlyList<string>> LinesAsync(string name)
    {
        var entry = Assembly.Load(name).EntryPoint!;
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            // A program blocks the thread of its entry point.
            await Task.Factory.StartNew(() => entry.Invoke(null, [Array.Empty<string>()]), TaskCreationOptions.LongRunning);
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString().Split(Environment.NewLine);
    }
}
