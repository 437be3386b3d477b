using Managed.Agents.Tests.Conventions.Api;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>The files under <c>api</c> list the public API, so that a review shows every change of it.</summary>
public sealed class PublicApiTests
{
    private const string Update = "MANAGED_AGENTS_UPDATE_API=1 dotnet test tests/Managed.Agents.Tests --filter PublicApiTests";

    private const string Framework = "net10.0";

    private const string OlderFramework = "net8.0";

    public static TheoryData<string> Packages { get; } = [.. Repository.Packages];

    private static bool IsUpdate => Environment.GetEnvironmentVariable("MANAGED_AGENTS_UPDATE_API") == "1";

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_listing_is_up_to_date(string package) =>
        Compare(FileOf(package), Header(package) + Listing(package, Framework));

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_older_framework_has_a_listing_only_if_it_differs(string package)
    {
        var listing = Listing(package, OlderFramework);
        var file = FileOf($"{package}.{OlderFramework}");
        if (listing != Listing(package, Framework))
        {
            Compare(file, Header($"{package} for {OlderFramework}") + listing);
            return;
        }

        if (IsUpdate)
        {
            File.Delete(file);
        }

        File.Exists(file).ShouldBeFalse($"The public API for {OlderFramework} is the same as for {Framework}. Delete {Repository.RelativePath(file)}, or run: {Update}");
    }

    [Fact]
    public void Every_listing_belongs_to_a_package()
    {
        var expected = Repository.Packages.SelectMany(static package => new[] { FileOf(package), FileOf($"{package}.{OlderFramework}") });
        Rule.Holds("A file under api is named after a package.", Directory.EnumerateFiles(Repository.PathOf("api")).Except(expected).Select(Repository.RelativePath));
    }

    private static string FileOf(string name) => Repository.PathOf("api", $"{name}.cs");

    private static string Header(string subject) => $"// The public API of {subject}. To update it: {Update}\n";

    private static string Listing(string package, string framework)
    {
        using var assembly = new ApiAssembly(package, framework);
        return ApiListing.Write(assembly.Types);
    }

    private static void Compare(string file, string actual)
    {
        if (IsUpdate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        var committed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (committed != actual)
        {
            Assert.Fail($"The public API differs from {Repository.RelativePath(file)}.\n{Differences(committed.Split('\n'), actual.Split('\n'))}\nIf the change is intended, run: {Update}");
        }
    }

    private static string Differences(string[] committed, string[] actual)
    {
        var removed = committed.Except(actual, StringComparer.Ordinal).Take(10).Select(static line => $"- {line.Trim()}");
        var added = actual.Except(committed, StringComparer.Ordinal).Take(10).Select(static line => $"+ {line.Trim()}");
        var same = committed.Zip(actual).TakeWhile(static pair => pair.First == pair.Second).Count();
        return string.Join('\n', [$"First difference in line {same + 1}: {actual.ElementAtOrDefault(same)?.Trim()}", .. removed, .. added]);
    }
}
