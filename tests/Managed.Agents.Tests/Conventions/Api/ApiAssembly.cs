using System.Reflection;

namespace Managed.Agents.Tests.Conventions.Api;

/// <summary>An assembly that is loaded for inspection only, so that it can be built for another framework.</summary>
internal sealed class ApiAssembly : IDisposable
{
    private readonly MetadataLoadContext _context;

    public ApiAssembly(string package, string framework)
    {
        // Types of the framework have the same names in every version, so the running version resolves them.
        var own = Repository.Packages.Select(other => Repository.AssemblyOf(other, framework)).Where(File.Exists).ToList();
        var names = own.Select(static path => Path.GetFileName(path)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => !names.Contains(Path.GetFileName(path)));
        _context = new MetadataLoadContext(new PathAssemblyResolver([.. own, .. others]), typeof(object).Assembly.GetName().Name);
        Types =
        [
            .. _context.LoadFromAssemblyPath(Repository.AssemblyOf(package, framework)).GetExportedTypes()
                .Where(static type => !type.IsNested && !type.Name.Contains('<', StringComparison.Ordinal))
                .OrderBy(static type => type.Namespace, StringComparer.Ordinal)
                .ThenBy(static type => type.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The public types except nested ones, ordered by name.</summary>
    public IReadOnlyList<Type> Types { get; }

    public void Dispose() => _context.Dispose();
}
