namespace Managed.Agents.Tests.Conventions;

/// <summary>The files of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The names of the packages, which are the packable projects under src.</summary>
    public static IReadOnlyList<string> Packages { get; } =
    [
        .. Directory.EnumerateFiles(PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(static file => !File.ReadAllText(file).Contains("<IsPackable>false", StringComparison.Ordinal))
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string RelativePath(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The C# files under a folder, without build output.</summary>
    public static IEnumerable<string> SourceFiles(params ReadOnlySpan<string> folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !RelativePath(file).Split('/').Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    /// <summary>The path of a package's assembly for a framework, from this build.</summary>
    public static string AssemblyOf(string package, string framework)
    {
        // …/bin/<this project>/<configuration>/ → …/bin/<package>/<configuration>_<framework>/
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(output.Parent!.Parent!.FullName, package, $"{output.Name}_{framework}", $"{package}.dll");
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Managed.Agents.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("Managed.Agents.sln was not found in a parent folder of the tests.");
    }
}
