using Managed.Agents.Tests.Conventions.Api;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>The public API is what the files under api say, so that a change of it is seen in review and never happens by accident.</summary>
public sealed class PublicApiTests
{
    private const string Rewrite = "MANAGED_AGENTS_UPDATE_API=1 dotnet test tests/Managed.Agents.Tests --filter PublicApiTests";

    private static readonly string[] Frameworks = ["net10.0", "net8.0"];

    public static TheoryData<string, string> Listings { get; } =
        Rule.Pairs(from package in Repository.Packages from framework in Frameworks select (package, framework));

    [Theory]
    [MemberData(nameof(Listings))]
    public void The_committed_listing_is_up_to_date(string package, string framework)
    {
        using var assembly = new ApiAssembly(package, framework);
        var actual = ApiListing.Write(assembly.Types, $"The public API of {package} for {framework}. Written by: {Rewrite}");
        var file = Repository.PathOf("api", $"{package}.{framework}.cs");
        if (Environment.GetEnvironmentVariable("MANAGED_AGENTS_UPDATE_API") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        var committed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (committed != actual)
        {
            Assert.Fail($"The public API differs from {Repository.RelativePath(file)}.\n{Differences(committed.Split('\n'), actual.Split('\n'))}\nIf that is intended: {Rewrite}");
        }
    }

    [Fact]
    public void There_is_no_listing_of_a_package_that_is_gone()
    {
        var expected = Listings.Select(static listing => $"{listing[0]}.{listing[1]}.cs");
        Directory.EnumerateFiles(Repository.PathOf("api"), "*.cs").Select(static file => Path.GetFileName(file)).ShouldBe(expected, ignoreOrder: true);
    }

    private static string Differences(string[] committed, string[] actual)
    {
        var gone = committed.Except(actual, StringComparer.Ordinal).Take(10).Select(static line => $"- {line.Trim()}");
        var added = actual.Except(committed, StringComparer.Ordinal).Take(10).Select(static line => $"+ {line.Trim()}");
        var same = committed.Zip(actual).TakeWhile(static pair => pair.First == pair.Second).Count();
        return string.Join('\n', [$"They part in line {same + 1}: {actual.ElementAtOrDefault(same)?.Trim()}", .. gone, .. added]);
    }
}
