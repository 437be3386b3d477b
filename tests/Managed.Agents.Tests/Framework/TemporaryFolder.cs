namespace Managed.Agents.Tests.Framework;

/// <summary>A folder that is deleted after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("managed-agents-");

    /// <summary>The relative paths of all files and folders in it.</summary>
    public string[] Names =>
        [.. _folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(info => Path.GetRelativePath(_folder.FullName, info.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public string Read(string name) => File.ReadAllText(this[name]);

    public void Dispose() => _folder.Delete(recursive: true);
}
