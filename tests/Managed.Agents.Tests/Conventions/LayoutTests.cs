using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>The layout of folders and public types. CONTRIBUTING.md has the reasons.</summary>
public sealed partial class LayoutTests
{
    private const int MaxLevelsBelowResource = 2;

    /// <summary>The folders of the tests that mirror the folder of the same name in src/Managed.Agents.</summary>
    private static readonly string[] Mirrored = ["Resources", "Running", "Webhooks", "Internal", "Paging", "Primitives", "Errors", "Content", "Serialization"];

    [Fact]
    public void Resource_folders_are_at_most_two_levels_deep() =>
        Rule.Holds(
            "Below src/Managed.Agents/Resources/<resource> there are at most two levels of folders.",
            Folders("src", "Managed.Agents").Where(static folder => folder.Split('/') is ["Resources", _, .. var below] && below.Length > MaxLevelsBelowResource));

    [Fact]
    public void Folder_names_are_unique() =>
        Rule.Holds(
            "No two folders in src/Managed.Agents have the same name.",
            Folders("src", "Managed.Agents").GroupBy(static folder => folder.Split('/')[^1], StringComparer.Ordinal).Where(static group => group.Count() > 1)
                .Select(static group => string.Join(" and ", group)));

    [Fact]
    public void Types_below_Internal_are_internal() =>
        Rule.Holds(
            "A type in a folder below Internal is internal.",
            from file in Repository.SourceFiles("src")
            where Repository.RelativePath(file).Split('/').Contains("Internal", StringComparer.Ordinal)
            from declaration in PublicType().Matches(File.ReadAllText(file))
            select $"{Repository.RelativePath(file)}: {declaration.Value}");

    [Fact]
    public void Test_folders_mirror_source_folders()
    {
        var sources = Folders("src", "Managed.Agents").ToHashSet(StringComparer.Ordinal);
        sources.ShouldContain("Resources/Sessions");
        Rule.Holds(
            "A folder below tests/Managed.Agents.Tests that mirrors the sources also exists below src/Managed.Agents.",
            Folders("tests", "Managed.Agents.Tests").Where(folder => Mirrored.Contains(folder.Split('/')[0], StringComparer.Ordinal) && !sources.Contains(folder)));
    }

    /// <summary>The folders with source files below a folder, and the folders that contain them, as relative paths.</summary>
    private static IEnumerable<string> Folders(params string[] root) =>
        Repository.SourceFiles(root)
            .Select(file => Path.GetRelativePath(Repository.PathOf(root), Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Where(static folder => folder != ".")
            .SelectMany(static folder => Enumerable.Range(1, folder.Split('/').Length).Select(count => string.Join('/', folder.Split('/').Take(count))))
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"^public (?:[a-z]+ )*(?:class|record|struct|interface|enum|delegate)\b.*", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PublicType();
}
