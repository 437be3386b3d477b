namespace Managed.Agents.Tests.Conventions;

/// <summary>The files of the repository that the conventions look at.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The names of the packages: the projects under src that are packed.</summary>
    public static IReadOnlyList<string> Packages { get; } =
    [
        .. Directory.EnumerateFiles(PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(static file => !File.ReadAllText(file).Contains("<IsPackable>false", StringComparison.Ordinal))
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string RelativePath(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The C# files under a folder, without what a build leaves there.</summary>
    public static IEnumerable<string> SourceFiles(params ReadOnlySpan<string> folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !RelativePath(file).Split('/').Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    /// <summary>A package's assembly for a framework, as this build made it.</summary>
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

        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
