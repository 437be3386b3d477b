using System.Reflection;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>A file with <c>using Managed.Agents;</c> has no ambiguous name next to the namespaces that such a file usually imports.</summary>
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
        Rule.Holds("A name is not one that a console or web project has in scope without a using.", OurNames().Where(taken.Contains));
    }

    [Fact]
    public void No_name_is_also_in_Microsoft_Extensions_AI()
    {
        var taken = NamesIn([typeof(AIFunction).Assembly, Assembly.Load("Microsoft.Extensions.AI")], ["Microsoft.Extensions.AI"]);
        taken.ShouldContain("ChatMessage");
        taken.ShouldContain("ChatClientBuilder");
        Rule.Holds("A name is not one of Microsoft.Extensions.AI, which code with tools imports too.", OurNames().Where(taken.Contains));
    }

    [Fact]
    public void No_name_in_the_root_namespace_is_also_in_the_Model_Context_Protocol_SDK()
    {
        Assembly[] sdk = [Assembly.Load("ModelContextProtocol.Core"), Assembly.Load("ModelContextProtocol")];
        var taken = NamesIn(sdk, [.. sdk.SelectMany(static assembly => assembly.GetExportedTypes()).Select(static type => type.Namespace).OfType<string>().Where(static name => name.StartsWith("ModelContextProtocol", StringComparison.Ordinal)).Distinct()]);
        taken.ShouldContain("McpClient");
        var ours = Surface.Types.Where(static type => type is { IsNested: false, Namespace: "Managed.Agents" }).Select(static type => type.Name);
        Rule.Holds("A name is not one of the Model Context Protocol SDK, which code with MCP tools imports too.", ours.Where(taken.Contains));
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
