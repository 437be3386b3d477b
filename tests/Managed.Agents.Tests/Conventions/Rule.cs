using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>A convention and what breaks it, so that a failure lists every place at once.</summary>
internal static class Rule
{
    /// <summary>The cases of a theory with two parameters.</summary>
    public static TheoryData<string, string> Pairs(IEnumerable<(string First, string Second)> cases)
    {
        var data = new TheoryData<string, string>();
        foreach (var (first, second) in cases)
        {
            data.Add(first, second);
        }

        return data;
    }

    public static void Holds(string rule, IEnumerable<string> broken)
    {
        var places = broken.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        places.ShouldBeEmpty($"{rule}{Environment.NewLine}{string.Join(Environment.NewLine, places)}");
    }
}
