using System.Text.RegularExpressions;

namespace Managed.Agents.Tests.Conventions.Generated;

/// <summary>A source file of the client library. The generated files are derived from the sources, so that a new union gets its file before the library compiles.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The folder below the project, for example <c>Resources/Agents</c>.</summary>
    public string Folder { get; } = System.IO.Path.GetRelativePath(Repository.PathOf("src", "Managed.Agents"), System.IO.Path.GetDirectoryName(Path)!).Replace('\\', '/');

    public string Namespace { get; } = NamespaceDeclaration().Match(Text).Groups["name"].Value;

    public static IReadOnlyList<SourceFile> All() =>
        [.. Repository.SourceFiles("src", "Managed.Agents").Select(static path => new SourceFile(path, Read(path)))];

    /// <summary>The text of a file with LF line endings; empty when there is no such file.</summary>
    public static string Read(string path) => File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamespaceDeclaration();
}
