using System.Reflection;
using Managed.Agents.Tests.Framework;

namespace Managed.Agents.Tests.Samples;

/// <summary>Runs a sample in this process and without a key. Only tests in the collection <see cref="EnvironmentVariables"/> may use it.</summary>
internal static class SampleRun
{
    // The output of the process's only console is redirected, so only one sample can run at a time.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>Runs the sample to its end.</summary>
    /// <returns>The lines that were printed, possibly including lines that other tests printed at the same time.</returns>
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

            // The entry point blocks its thread until the sample ends.
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
