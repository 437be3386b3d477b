using System.Text.Json;

namespace Managed.Agents.ContractDiff;

/// <summary>Prints what a newer contract adds, drops and changes.</summary>
public static class Program
{
    public static int Main(string[] args) => Run(args, Console.Out);

    /// <summary>Runs the command.</summary>
    /// <param name="args">The newer file; before it, optionally, the older one in place of the repository's copy.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>0 when both are the same, 1 when they differ, 2 when a file cannot be read.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        if (args.Count is not (1 or 2))
        {
            output.WriteLine($"Pass the newer {ContractFile.FileName}: dotnet run --project tests/Managed.Agents.ContractDiff -- [older] newer");
            return 2;
        }

        try
        {
            var older = args.Count == 2 ? ContractFile.Load(args[0]) : ContractFile.LoadOwn();
            var newer = ContractFile.Load(args[^1]);
            var differences = ContractComparison.Compare(older, newer);
            Print(older, newer, differences, output);
            return differences.Count == 0 ? 0 : 1;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            output.WriteLine($"A contract cannot be read: {problem.Message}");
            return 2;
        }
    }

    private static void Print(ContractFile older, ContractFile newer, IReadOnlyList<Difference> differences, TextWriter output)
    {
        output.WriteLine($"{older.Source} -> {newer.Source}");
        foreach (var change in Enum.GetValues<Change>())
        {
            var those = differences.Where(difference => difference.Change == change).ToList();
            output.WriteLine();
            output.WriteLine($"{change}: {those.Count}");
            foreach (var difference in those)
            {
                output.WriteLine($"  {difference}");
            }
        }
    }
}
