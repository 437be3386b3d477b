namespace Managed.Agents.Tests.Conventions.Generated;

/// <summary>A source file that <see cref="GeneratedFileTests"/> writes.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Text">The text that the file must have.</param>
internal sealed record GeneratedFile(string Path, string Text)
{
    public void Write()
    {
        if (SourceFile.Read(Path) != Text)
        {
            File.WriteAllText(Path, Text);
        }
    }

    /// <summary>Returns the place of the first difference between the file and its text, or <see langword="null"/> when there is none.</summary>
    public string? Difference()
    {
        var actual = SourceFile.Read(Path);
        if (actual == Text)
        {
            return null;
        }

        var (actualLines, expectedLines) = (actual.Split('\n'), Text.Split('\n'));
        var line = actualLines.Zip(expectedLines).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"{Repository.RelativePath(Path)}:{line + 1}: '{actualLines.ElementAtOrDefault(line)}' must be '{expectedLines.ElementAtOrDefault(line)}'";
    }
}
