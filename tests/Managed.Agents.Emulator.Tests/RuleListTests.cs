using System.Text.RegularExpressions;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Checks that the rules in the emulator's README name existing tests.</summary>
public sealed partial class RuleListTests
{
    [Fact]
    public void Every_test_in_the_rule_list_exists()
    {
        var named = TestName().Matches(Readme()).Select(static match => match.Groups["name"].Value).ToHashSet();
        var existing = typeof(RuleListTests).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods())
            .Where(static method => method.IsDefined(typeof(FactAttribute), inherit: true))
            .Select(static method => $"{method.DeclaringType!.Name}.{method.Name}")
            .ToHashSet();

        named.ShouldNotBeEmpty();
        named.Except(existing).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_of_the_list_has_a_test()
    {
        var rules = Readme().Split('\n')
            .SkipWhile(static line => line != "## Rules and their tests")
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && line is not ("| Rule | Test |" or "| --- | --- |"))
            .ToList();

        rules.ShouldNotBeEmpty();
        rules.Where(static rule => !TestName().IsMatch(rule.Split(" | ")[^1])).ShouldBeEmpty();
    }

    private static string Readme()
    {
        using var reader = new StreamReader(typeof(RuleListTests).Assembly.GetManifestResourceStream("README.md")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"`(?<name>\w+Tests\.\w+)`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
