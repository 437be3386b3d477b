using System.Reflection;
using Managed.Agents.Tests.Framework;

namespace Managed.Agents.Tests.Samples;

/// <summary>Runs a sample as its own command does, in this process and without a key. Only tests of the collection of variables may.</summary>
internal static class SampleRun
{
    // A process has one console.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>Runs the sample to its end.</summary>
    /// <returns>The lines it printed, and perhaps some that another test printed meanwhile.</returns>
    public static async Task<IReadOnlyList<string>> LinesAsync(string name)
    {
        var entry = Assembly.Load(name).EntryPoint!;
        using var output = new StringWriter();
        await Turn.WaitAsync();
        var before = Console.Out;
        try
        {
            Console.SetOut(output);
            using var withoutKey = new VariableScope();

            // A program blocks the thread of its entry point.
            await Task.Factory.StartNew(() => entry.Invoke(null, [Array.Empty<string>()]), TaskCreationOptions.LongRunning);
        }
        finally
        {
            Console.SetOut(before);
            Turn.Release();
        }

        return output.ToString().Split(Environment.NewLine);
    }
}
