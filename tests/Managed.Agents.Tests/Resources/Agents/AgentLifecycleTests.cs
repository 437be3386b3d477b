using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Agents;

public sealed class AgentLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task An_agent_is_created_updated_listed_by_version_and_archived()
    {
        var created = await Client.Agents.CreateAsync(new()
        {
            Name = "reviewer",
            Model = "claude-opus-5-5",
            System = "Review with care.",
            Description = "Reads pull requests.",
            Tools = [new AgentToolset { Configs = [new BashToolConfig { PermissionPolicy = PermissionPolicy.AlwaysAsk }] }, new McpToolset { McpServerName = "github" }],
            McpServers = [new AgentMcpServer("github", "https://mcp.example.com/github")],
            Skills = [new AnthropicSkill { SkillId = "xlsx" }],
            Metadata = new Dictionary<string, string> { ["team"] = "core" },
        });
        created.Version.ShouldBe(1);
        created.Model.Id.ShouldBe("claude-opus-5-5");
        created.Model.Effort.ShouldNotBeNull();
        created.ArchivedAt.ShouldBeNull();
        created.Tools.OfType<AgentToolset>().Single().Configs.ShouldHaveSingleItem().ShouldBeOfType<BashToolConfig>()
            .PermissionPolicy.ShouldBe(PermissionPolicy.AlwaysAsk);
        created.AdditionalFields.ShouldBeEmpty();

        var changed = await Client.Agents.UpdateAsync(created.Id, new()
        {
            Description = null,
            Tools = [new AgentToolset()],
            McpServers = [],
            Metadata = new Dictionary<string, string?> { ["team"] = null, ["stage"] = "two" },
            Version = created.Version,
        });
        changed.Version.ShouldBe(2);
        changed.Description.ShouldBeNull();
        changed.System.ShouldBe("Review with care.");
        changed.McpServers.ShouldBeEmpty();
        changed.Skills.ShouldBe(created.Skills);
        changed.Metadata.ShouldBe(new Dictionary<string, string> { ["stage"] = "two" });

        var unchanged = await Client.Agents.UpdateAsync(created.Id, new() { Name = "reviewer" });
        unchanged.Version.ShouldBe(2);

        (await Client.Agents.GetAsync(created.Id)).ShouldBe(changed);
        (await Client.Agents.GetAsync(created.Id, version: 1)).System.ShouldBe(created.System);
        (await AllAsync(Client.Agents.Versions.ListAsync(created.Id, new() { PageSize = 1 }))).Select(agent => agent.Version).ShouldBe([2, 1], ignoreOrder: true);

        var archived = await Client.Agents.ArchiveAsync(created.Id);
        archived.ArchivedAt.ShouldNotBeNull();
        (await AllAsync(Client.Agents.ListAsync())).ShouldBeEmpty();
        (await AllAsync(Client.Agents.ListAsync(new() { IncludeArchived = true }))).ShouldHaveSingleItem().Id.ShouldBe(created.Id);
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict_and_is_not_retried()
    {
        var agent = await CreateAgentAsync();
        await Client.Agents.UpdateAsync(agent.Id, new() { Name = "other" });
        var before = Emulator.Requests.Count;

        await FailsAsync(HttpStatusCode.Conflict, ApiErrorType.Conflict, () => Client.Agents.UpdateAsync(agent.Id, new() { Name = "third", Version = 1 }));

        Emulator.Requests.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task An_agent_that_does_not_exist_is_not_found() =>
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Agents.GetAsync("agent_01nobody"));

    [Fact]
    public async Task An_archived_agent_cannot_be_updated_or_run()
    {
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });
        await Client.Agents.ArchiveAsync(agent.Id);

        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Agents.UpdateAsync(agent.Id, new() { Name = "x" }));
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id }));
    }

    [Fact]
    public async Task An_MCP_server_and_its_toolset_require_each_other()
    {
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Agents.CreateAsync(new()
        {
            Name = "a",
            Model = "claude-sonnet-5-5",
            McpServers = [new AgentMcpServer("github", "https://mcp.example.com")],
        }));
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Agents.CreateAsync(new()
        {
            Name = "a",
            Model = "claude-sonnet-5-5",
            Tools = [new McpToolset { McpServerName = "github" }],
        }));
    }

    [Fact]
    public async Task Many_agents_are_listed_page_by_page_without_duplicates()
    {
        for (var i = 0; i < 7; i++)
        {
            await CreateAgentAsync();
        }

        var pages = await AllAsync(Client.Agents.ListAsync().AsPages(pageSize: 3));
        pages.Select(page => page.Items.Count).ShouldBe([3, 3, 1]);
        pages.SelectMany(page => page.Items).Select(agent => agent.Id).Distinct().Count().ShouldBe(7);
        pages[^1].NextCursor.ShouldBeNull();

        var resumed = await AllAsync(Client.Agents.ListAsync().AsPages(pages[0].NextCursor, pageSize: 3));
        resumed.SelectMany(page => page.Items).ShouldBe(pages.Skip(1).SelectMany(page => page.Items));
    }
}
