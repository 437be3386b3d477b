using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Where things stand in src, and how long a file may be.</summary>
public sealed partial class SourceFileTests
{
    /// <summary>The folders with what is behind the clients.</summary>
    private static readonly string[] InternalFolders = ["Http", "Json", "Resilience", "Diagnostics"];

    /// <summary>What users meet by name although its code is at home in one of these folders.</summary>
    private static readonly string[] PublicAllTheSame =
    [
        nameof(ApiObject), nameof(ManagedAgentsJson), "Optional`1", nameof(OptionalList), "OptionalList`1", nameof(SecretString), nameof(ResilienceOptions),
    ];

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Rule.Holds(
            "Past 300 lines there is a second concept in a file: find it.",
            Repository.SourceFiles("src").Select(static file => (File: file, Lines: File.ReadLines(file).Count())).Where(static one => one.Lines > 300)
                .Select(static one => $"{Repository.RelativePath(one.File)}: {one.Lines} lines"));

    [Fact]
    public void What_stands_in_an_internal_folder_is_internal_or_hidden() =>
        Rule.Holds(
            "A public type in an internal folder is for the serializer, and hidden from browsing.",
            from type in Surface.Types
            where !type.IsNested && type.Assembly == typeof(ManagedAgentsClient).Assembly && !PublicAllTheSame.Contains(type.Name)
            where type.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never
            let folder = Array.Find(InternalFolders, folder => Declares(folder, type))
            where folder is not null
            select $"{folder}: {type.Name}");

    [Fact]
    public void The_list_of_public_types_in_internal_folders_is_up_to_date() =>
        Rule.Holds(
            "Each stands in an internal folder.",
            PublicAllTheSame.Where(static name => !Array.Exists(InternalFolders, folder => Declares(folder, typeof(ApiObject).Assembly.GetType($"Managed.Agents.{name}", throwOnError: true)!))));

    private static bool Declares(string folder, Type type) =>
        Directory.Exists(Repository.PathOf("src", "Managed.Agents", folder))
        && Repository.SourceFiles("src", "Managed.Agents", folder)
            .Any(file => TypeDeclaration().Matches(File.ReadAllText(file)).Any(match => match.Groups["name"].Value == type.Name.Split('`')[0]));

    [GeneratedRegex(@"^(?:public|internal) (?:[a-z]+ )*(?:class|record|struct|interface|enum|delegate [\w<>]+) (?<name>\w+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeDeclaration();
}
