using System.Reflection;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>A file with <c>using Managed.Agents;</c> compiles next to what every .NET file has in scope: no name of ours is ambiguous there.</summary>
public sealed class NameClashTests
{
    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    [Fact]
    public void No_name_is_also_in_the_namespaces_of_implicit_usings()
    {
        var taken = NamesIn(Platform(), ImplicitUsings);
        taken.ShouldContain("Environment");
        taken.ShouldContain("WebApplication");
        Rule.Holds("A name that a console or web project has in scope anyhow is not ours to take.", OurNames().Where(taken.Contains));
    }

    [Fact]
    public void No_name_is_also_in_Microsoft_Extensions_AI()
    {
        var taken = NamesIn([typeof(AIFunction).Assembly], ["Microsoft.Extensions.AI"]);
        taken.ShouldContain("ChatMessage");
        Rule.Holds("Tools are AIFunctions, so Microsoft.Extensions.AI is in scope where our types are used.", OurNames().Where(taken.Contains));
    }

    private static IEnumerable<string> OurNames() => Surface.Types.Where(static type => !type.IsNested).Select(static type => type.Name);

    private static HashSet<string> NamesIn(IEnumerable<Assembly> assemblies, IReadOnlyCollection<string> namespaces) =>
    [
        .. assemblies.SelectMany(static assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsNested && namespaces.Contains(type.Namespace, StringComparer.Ordinal) && !Repository.Packages.Contains(type.Assembly.GetName().Name))
            .Select(static type => type.Name),
    ];

    private static IEnumerable<Assembly> Platform() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Where(static name => name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Select(Assembly.Load);
}
