using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Asserts that a convention has no violations, and lists all of them if it has.</summary>
internal static class Rule
{
    /// <summary>Creates the cases of a theory with two parameters.</summary>
    public static TheoryData<string, string> Pairs(IEnumerable<(string First, string Second)> cases)
    {
        var data = new TheoryData<string, string>();
        foreach (var (first, second) in cases)
        {
            data.Add(first, second);
        }

        return data;
    }

    public static void Holds(string rule, IEnumerable<string> violations)
    {
        var places = violations.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        places.ShouldBeEmpty($"{rule}{Environment.NewLine}{string.Join(Environment.NewLine, places)}");
    }
}
