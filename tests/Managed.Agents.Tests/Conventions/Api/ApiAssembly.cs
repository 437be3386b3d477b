using System.Reflection;

namespace Managed.Agents.Tests.Conventions.Api;

/// <summary>An assembly opened to be read, not run, so that the one for an older framework can be read too.</summary>
internal sealed class ApiAssembly : IDisposable
{
    private readonly MetadataLoadContext _context;

    public ApiAssembly(string package, string framework)
    {
        // The framework's own types have the same names in each version, so those of the running one will do.
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

    /// <summary>The public types, without nested ones, in order.</summary>
    public IReadOnlyList<Type> Types { get; }

    public void Dispose() => _context.Dispose();
}
