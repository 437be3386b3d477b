using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Agents.Multiagent;

/// <summary>Rosters: how they are passed, and which entries are refused.</summary>
public sealed class MultiagentCoordinatorTests : EmulatorTest
{
    private const string Json = """{"type":"coordinator","agents":[{"type":"agent","id":"agent_1"},{"type":"agent","id":"agent_2","version":3},{"type":"self"}]}""";

    [Fact]
    public void A_roster_can_be_passed_as_single_entries_an_array_or_a_list()
    {
        MultiagentRosterEntry[] array = ["agent_1", new AgentReference("agent_2", 3), MultiagentRosterEntry.Self];
        List<MultiagentRosterEntry> list = [.. array];

        foreach (var coordinator in new[]
        {
            new MultiagentCoordinator("agent_1", new AgentReference("agent_2", 3), MultiagentRosterEntry.Self),
            new MultiagentCoordinator(array),
            new MultiagentCoordinator(list),
            new MultiagentCoordinator { Agents = list },
        })
        {
            Write<Managed.Agents.Multiagent>(coordinator).ShouldBe(Json);
            coordinator.ShouldBe(JsonSerializer.Deserialize<Managed.Agents.Multiagent>(Json, ManagedAgentsJson.Options));
        }

        Should.Throw<ArgumentNullException>(static () => new MultiagentCoordinator((List<MultiagentRosterEntry>)null!)).ParamName.ShouldBe("agents");
    }

    [Fact]
    public void An_agent_with_overrides_is_refused_and_the_message_says_what_to_use_instead()
    {
        MultiagentRosterEntry entry = new SessionAgentWithOverrides("agent_2") { System = "Other." };
        Func<object>[] rosters =
        [
            () => new MultiagentCoordinator("agent_1", entry),
            () => new MultiagentCoordinator(new List<MultiagentRosterEntry> { entry }),
            () => new MultiagentCoordinator { Agents = [entry] },
            () => new MultiagentSubagentsEnabled { PredefinedAgents = ["agent_1", entry] },
            () => new MultiagentWorkflowsEnabled { PredefinedAgents = ["agent_1", entry] },
        ];

        foreach (var roster in rosters)
        {
            Should.Throw<ArgumentException>(roster).Message
                .ShouldStartWith("The agent agent_2 has overrides, which only the agent of a session can have. Name it with an AgentReference.");
        }
    }

    [Fact]
    public void Predefined_agents_are_written_like_a_roster()
    {
        Write<MultiagentSubagents>(new MultiagentSubagentsEnabled { PredefinedAgents = ["agent_1", MultiagentRosterEntry.Self] })
            .ShouldBe("""{"type":"enabled","predefined_agents":[{"type":"agent","id":"agent_1"},{"type":"self"}]}""");
        Write<MultiagentWorkflows>(new MultiagentWorkflowsEnabled { PredefinedAgents = null }).ShouldBe("""{"type":"enabled","predefined_agents":null}""");
        Write<MultiagentWorkflows>(new MultiagentWorkflowsEnabled()).ShouldBe("""{"type":"enabled"}""");
    }

    [Fact]
    public async Task The_service_pins_the_versions_of_a_roster()
    {
        var member = await CreateAgentAsync();
        var coordinator = await Client.Agents.CreateAsync(new() { Name = "lead", Model = "claude-opus-5-5", Multiagent = new MultiagentCoordinator(member.Id) });

        var pinned = coordinator.Multiagent.ShouldBeOfType<MultiagentCoordinator>().Agents.ShouldHaveSingleItem();
        pinned.ShouldBe(new AgentReference(member.Id, 1));
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ManagedAgentsJson.Options);
}
