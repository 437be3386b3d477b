using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>The program that is published trimmed and with Native AOT covers every client.</summary>
public sealed class TrimmedProgramTests
{
    [Fact]
    public void The_program_calls_every_client()
    {
        var program = string.Concat(Repository.SourceFiles("tests", "Managed.Agents.AotTest").Select(File.ReadAllText));
        var paths = Paths(typeof(ManagedAgentsClient), "client").ToList();

        paths.Count.ShouldBeGreaterThan(25);
        Rule.Holds(
            "tests/Managed.Agents.AotTest calls every client, which shows that trimming keeps it.",
            paths.Where(path => !program.Contains($"{path}.", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Paths(Type client, string path) =>
        from property in client.GetProperties()
        where Surface.Clients.Contains(property.PropertyType)
        from below in Paths(property.PropertyType, $"{path}.{property.Name}").Prepend($"{path}.{property.Name}")
        select below;
}
