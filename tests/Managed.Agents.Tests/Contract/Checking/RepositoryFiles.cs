namespace Managed.Agents.Tests.Contract;

/// <summary>Finds the repository around the test.</summary>
internal static class RepositoryFiles
{
    /// <summary>Writes a file into <c>artifacts</c>, where a build server can print or keep it.</summary>
    public static void WriteArtifact(string name, string text)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Managed.Agents.sln")))
        {
            folder = folder.Parent;
        }

        // Outside of a repository, the output of the test has the same text.
        if (folder is not null)
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "artifacts"));
            File.WriteAllText(Path.Combine(folder.FullName, "artifacts", name), text);
        }
    }
}
