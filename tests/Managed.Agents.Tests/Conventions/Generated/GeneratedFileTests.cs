using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions.Generated;

/// <summary>
/// These tests write the source files that follow a fixed pattern. The files are committed, because the generator of System.Text.Json
/// cannot read the output of another generator.
/// </summary>
public sealed class GeneratedFileTests
{
    private const string Command = "MANAGED_AGENTS_UPDATE_GENERATED=1 dotnet test tests/Managed.Agents.Tests --filter GeneratedFileTests";

    private static bool IsWriting => Environment.GetEnvironmentVariable("MANAGED_AGENTS_UPDATE_GENERATED") == "1";

    [Fact]
    public void Unknown_variants_are_up_to_date() => WriteOrCompare(UnknownVariantFile.All());

    [Fact]
    public void Open_enums_are_up_to_date() => WriteOrCompare(OpenEnumFile.All());

    [Fact]
    public void Serializer_contexts_are_up_to_date() => WriteOrCompare(SerializerContextFile.All());

    [Fact]
    public void Every_union_and_open_enum_has_a_file()
    {
        // Files can be written by a build that is older than the sources.
        if (!IsWriting)
        {
            UnknownVariantFile.All().Count.ShouldBe(Surface.Unions.Count);
            OpenEnumFile.All().Count.ShouldBe(Surface.OpenEnums.Count);
        }
    }

    private static void WriteOrCompare(IReadOnlyList<GeneratedFile> files)
    {
        if (IsWriting)
        {
            foreach (var file in files)
            {
                file.Write();
            }
        }

        Rule.Holds($"A generated file is up to date. To write it: {Command}", files.Select(static file => file.Difference()).OfType<string>());
    }
}
