using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>The examples of the README are compiled and run by tests that contain the same lines.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("A turn with a tool, in twelve lines", 2, "Running/Turns/ReadmeTurnTests.cs")]
    public void Each_example_of_a_section_is_in_its_test(string section, int count, string testFile)
    {
        var examples = Examples(File.ReadAllText(Repository.PathOf("README.md")), section);
        var test = Lines(File.ReadAllText(Repository.PathOf("tests/Managed.Agents.Tests", testFile)));

        examples.Count.ShouldBe(count);
        foreach (var example in examples)
        {
            test.Contains(example, StringComparison.Ordinal).ShouldBeTrue($"{testFile} does not contain this example as it is in the README:\n{example}");
        }
    }

    private static List<string> Examples(string readme, string section)
    {
        var start = readme.IndexOf($"## {section}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, $"The README has no section '{section}'.");
        var end = readme.IndexOf("\n## ", start, StringComparison.Ordinal);
        return [.. readme[start..end].Split("```csharp\n").Skip(1).Select(static block => Lines(block[..block.IndexOf("```", StringComparison.Ordinal)]))];
    }

    /// <summary>The lines without indentation, and without empty lines.</summary>
    private static string Lines(string text) =>
        string.Concat(text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0).Select(static line => $"{line}\n"));
}
