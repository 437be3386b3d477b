using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Source files are short.</summary>
public sealed class SourceFileTests
{
    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Rule.Holds(
            "A file has at most 300 lines and one concept.",
            from folder in new[] { "src", "samples", "tests" }
            from file in Repository.SourceFiles(folder)
            let lines = File.ReadLines(file).Count()
            where lines > 300
            select $"{Repository.RelativePath(file)}: {lines} lines");
}
