using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Agents;

/// <summary>One reference to an agent for rosters and for sessions.</summary>
public sealed class AgentReferenceTests : EmulatorTest
{
    [Fact]
    public void The_agent_of_a_session_is_written_as_its_id_when_no_version_is_set()
    {
        Session("agent_1").ShouldBe("""{"agent":"agent_1","environment_id":"env_1"}""");
        Session(new AgentReference("agent_1")).ShouldBe("""{"agent":"agent_1","environment_id":"env_1"}""");
        Session(new AgentReference("agent_1", 3)).ShouldBe("""{"agent":{"type":"agent","id":"agent_1","version":3},"environment_id":"env_1"}""");
        Session(new AgentReference("agent_1") { AdditionalFields = new Dictionary<string, JsonElement> { ["new"] = JsonElement.Parse("1") } })
            .ShouldBe("""{"agent":{"type":"agent","id":"agent_1","new":1},"environment_id":"env_1"}""");
        Session(new SessionAgentWithOverrides("agent_1")).ShouldBe("""{"agent":{"type":"agent_with_overrides","id":"agent_1"},"environment_id":"env_1"}""");
    }

    [Fact]
    public void An_entry_of_a_roster_is_always_written_as_an_object()
    {
        Write<MultiagentRosterEntry>("agent_1").ShouldBe("""{"type":"agent","id":"agent_1"}""");
        Write<MultiagentRosterEntry>(new AgentReference("agent_1", 3)).ShouldBe("""{"type":"agent","id":"agent_1","version":3}""");
    }

    [Fact]
    public void Both_unions_read_the_short_and_the_long_form()
    {
        var newest = new AgentReference("agent_1");
        var pinned = new AgentReference("agent_1", 3);
        const string Pinned = """{"type":"agent","id":"agent_1","version":3}""";

        Read<SessionAgentReference>("\"agent_1\"").ShouldBe(newest);
        Read<MultiagentRosterEntry>("\"agent_1\"").ShouldBe(newest);
        Read<SessionAgentReference>(Pinned).ShouldBe(pinned);
        Read<MultiagentRosterEntry>(Pinned).ShouldBe(pinned);
        Read<SessionAgentReference>("""{"type":"agent_with_overrides","id":"agent_1"}""").ShouldBe(new SessionAgentWithOverrides("agent_1"));
        Read<MultiagentRosterEntry>("""{"type":"agent_with_overrides","id":"agent_1"}""").ShouldBeOfType<UnknownMultiagentRosterEntry>();
        Read<SessionAgentReference>("""{"type":"self"}""").ShouldBeOfType<UnknownSessionAgentReference>();
    }

    [Fact]
    public void A_string_converts_wherever_a_reference_is_expected()
    {
        AgentReference reference = "agent_1";
        SessionAgentReference agent = "agent_1";
        MultiagentRosterEntry entry = "agent_1";

        agent.ShouldBe(reference);
        entry.ShouldBe(reference);
        (reference.Type, agent.Type, entry.Type).ShouldBe(("agent", "agent", "agent"));
        AgentReference.FromString("agent_1").ShouldBe(reference);
        SessionAgentReference.FromString("agent_1").ShouldBe(reference);
        MultiagentRosterEntry.FromString("agent_1").ShouldBe(reference);
        new SessionAgentWithOverrides("agent_1").Type.ShouldBe("agent_with_overrides");
        Should.Throw<ArgumentNullException>(static () => new AgentReference(null!)).ParamName.ShouldBe("id");
    }

    [Fact]
    public async Task A_session_runs_the_version_that_the_reference_names()
    {
        var agent = await CreateAgentAsync();
        await Client.Agents.UpdateAsync(agent.Id, new() { Name = "second" });
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });

        var pinned = await Client.Sessions.CreateAsync(new() { Agent = new AgentReference(agent.Id, 1), EnvironmentId = environment.Id });
        var newest = await Client.Sessions.CreateAsync(new() { Agent = new AgentReference(agent.Id), EnvironmentId = environment.Id });

        (pinned.Agent.Version, pinned.Agent.Name).ShouldBe((1, "tester"));
        (newest.Agent.Version, newest.Agent.Name).ShouldBe((2, "second"));
    }

    private static string Session(SessionAgentReference agent) => Write(new SessionCreateRequest { Agent = agent, EnvironmentId = "env_1" });

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ManagedAgentsJson.Options);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ManagedAgentsJson.Options)!;
}
