using System.Reflection;
using System.Text.Json.Nodes;
using Managed.Agents.Emulator;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Samples;

[Collection(EnvironmentVariables.Name)]
public sealed class CoordinatorTests
{
    [Fact]
    public async Task The_sample_deploys_only_changes_and_shows_its_threads()
    {
        var lines = await SampleRun.LinesAsync("Coordinator");

        lines.ShouldContain("Researcher: version 1");
        lines.ShouldContain("Analysis Lead: unchanged, version 1");
        lines.ShouldContain(static line => line.StartsWith("  + Researcher (sthr_", StringComparison.Ordinal));
        lines.ShouldContain("  → Researcher: Find last year's revenue by region.");
        lines.ShouldContain("  ← Researcher: EMEA 41 M, APAC 22 M.");
        lines.ShouldContain("regions.xlsx: EMEA 41 M, APAC 22 M.");
    }

    [Fact]
    public async Task A_changed_definition_replaces_the_deployed_one_completely()
    {
        await using var emulator = await AgentsEmulator.StartAsync();
        using var client = emulator.CreateClient();
        using var folder = new TemporaryFolder();
        var path = folder["manifest.json"];
        await DeployAsync(client, path);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        var writer = manifest["Agents"]!["Report Writer"]!;
        var deployed = await client.Agents.GetAsync((string)writer["Id"]!);

        // Sets every field to a value that the new definition no longer has.
        var earlier = await client.Agents.UpdateAsync(deployed.Id, new()
        {
            Name = "Writer",
            Description = "Writes.",
            System = "Be brief.",
            Tools = [new AgentToolset(), new McpToolset("github")],
            McpServers = [new AgentMcpServer("github", "https://mcp.example.com/github")],
            Skills = [],
            ExecutionIdentity = new AwsRoleIdentity("arn:aws:iam::123456789012:role/agents"),
        });
        writer["Version"] = earlier.Version;
        writer["Definition"] = "of the earlier definition";
        await File.WriteAllTextAsync(path, manifest.ToJsonString());
        await DeployAsync(client, path);

        var again = await client.Agents.GetAsync(deployed.Id);
        again.Version.ShouldBe(earlier.Version + 1);
        (again with { Version = deployed.Version, UpdatedAt = deployed.UpdatedAt }).ShouldBe(deployed);
        ((int)JsonNode.Parse(await File.ReadAllTextAsync(path))!["Agents"]!["Report Writer"]!["Version"]!).ShouldBe(again.Version);
    }

    private static Task DeployAsync(ManagedAgentsClient client, string path) =>
        (Task)Assembly.Load("Coordinator").GetType("Coordinator.DeployStep", throwOnError: true)!
            .GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [client, path])!;
}
