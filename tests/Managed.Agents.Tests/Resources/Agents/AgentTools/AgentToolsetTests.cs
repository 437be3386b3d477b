using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Agents.AgentTools;

/// <summary>Toolsets in which some of the built-in tools are enabled or disabled.</summary>
public sealed class AgentToolsetTests : EmulatorTest
{
    public static TheoryData<string> BuiltIn => Theories.Of(["bash", "edit", "read", "write", "glob", "grep", "web_fetch", "web_search"]);

    [Fact]
    public void Only_disables_the_default_and_enables_the_named_tools() =>
        Json(AgentToolset.Only("read", "grep")).ShouldBe(
            """{"type":"agent_toolset_20260401","default_config":{"enabled":false},"configs":[{"type":"read","name":"read","enabled":true},{"type":"grep","name":"grep","enabled":true}]}""");

    [Fact]
    public void Without_disables_the_named_tools_and_keeps_the_default() =>
        Json(AgentToolset.Without("bash", "web_fetch")).ShouldBe(
            """{"type":"agent_toolset_20260401","configs":[{"type":"bash","name":"bash","enabled":false},{"type":"web_fetch","name":"web_fetch","enabled":false}]}""");

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void Every_built_in_tool_can_be_named(string name)
    {
        var enabled = AgentToolset.Only(name).Configs.ShouldHaveSingleItem();
        var disabled = AgentToolset.Without(name).Configs.ShouldHaveSingleItem();

        (enabled.Name, enabled.Enabled).ShouldBe((name, true));
        (disabled.Name, disabled.Enabled).ShouldBe((name, false));
    }

    [Theory]
    [InlineData("Bash")]
    [InlineData("weather")]
    [InlineData("")]
    public void An_unknown_name_is_refused_and_the_message_lists_the_known_ones(string name)
    {
        foreach (var create in new Func<AgentToolset>[] { () => AgentToolset.Only("read", name), () => AgentToolset.Without("read", name) })
        {
            var error = Should.Throw<ArgumentException>(create);
            error.ParamName.ShouldBe("tools");
            error.Message.ShouldStartWith($"'{name}' is not a built-in tool. The built-in tools are bash, edit, read, write, glob, grep, web_fetch, web_search.");
        }
    }

    [Fact]
    public void A_call_without_names_is_refused()
    {
        foreach (var create in new Func<AgentToolset>[] { () => AgentToolset.Only(), () => AgentToolset.Without() })
        {
            var error = Should.Throw<ArgumentException>(create);
            error.ParamName.ShouldBe("tools");
            error.Message.ShouldStartWith("Name at least one tool, for example \"read\".");
        }

        Should.Throw<ArgumentNullException>(static () => AgentToolset.Only(null!)).ParamName.ShouldBe("tools");
    }

    [Fact]
    public void A_repeated_name_counts_once()
    {
        AgentToolset.Only("read", "grep", "read").ShouldBe(AgentToolset.Only("read", "grep"));
        AgentToolset.Without("bash", "bash").ShouldBe(AgentToolset.Without("bash"));
    }

    [Fact]
    public async Task The_service_resolves_the_toolsets_as_expected()
    {
        var agent = await CreateAgentAsync(AgentToolset.Only("read", "grep"));
        var only = agent.Tools.ShouldHaveSingleItem().ShouldBeOfType<AgentToolset>();
        only.DefaultConfig.ShouldNotBeNull().Enabled.ShouldBe(false);
        only.Configs.Where(static config => config.Enabled == true).Select(static config => config.Name).ShouldBe(["read", "grep"], ignoreOrder: true);

        agent = await CreateAgentAsync(AgentToolset.Without("bash"));
        var without = agent.Tools.ShouldHaveSingleItem().ShouldBeOfType<AgentToolset>();
        without.DefaultConfig.ShouldNotBeNull().Enabled.ShouldBe(true);
        without.Configs.ShouldHaveSingleItem().ShouldBeOfType<BashToolConfig>().Enabled.ShouldBe(false);
    }

    private static string Json(AgentTool tool) => JsonSerializer.Serialize(tool, ManagedAgentsJson.Options);
}
