using System.Text.Json;

namespace Managed.Agents.ContractDiff;

/// <summary>Prints what a newer contract adds, removes and changes.</summary>
public static class Program
{
    public static int Main(string[] args) => Run(args, Console.Out);

    /// <summary>Compares two contracts and prints the differences.</summary>
    /// <param name="args">The newer file. An older file may precede it; by default, the copy in the repository is the older one.</param>
    /// <param name="output">Where to print the differences.</param>
    /// <returns>0 when the contracts are equal, 1 when they differ, 2 when a file cannot be read.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        if (args.Count is not (1 or 2))
        {
            output.WriteLine($"Specify the newer {ContractFile.FileName}: dotnet run --project tests/Managed.Agents.ContractDiff -- [older] newer");
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
            output.WriteLine($"The contract cannot be read. {problem.Message}");
            return 2;
        }
    }

    private static void Print(ContractFile older, ContractFile newer, IReadOnlyList<Difference> differences, TextWriter output)
    {
        output.WriteLine($"{older.Source} -> {newer.Source}");
        foreach (var change in Enum.GetValues<Change>())
        {
            var matching = differences.Where(difference => difference.Change == change).ToList();
            output.WriteLine();
            output.WriteLine($"{change}: {matching.Count}");
            foreach (var difference in matching)
            {
                output.WriteLine($"  {difference}");
            }
        }
    }
}
