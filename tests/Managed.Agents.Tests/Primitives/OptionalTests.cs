using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Primitives;

public sealed class OptionalTests
{
    [Fact]
    public void A_field_that_is_not_assigned_is_left_out() => Write(new AgentUpdateRequest()).ShouldBe("{}");

    [Fact]
    public void A_value_is_sent() => Write(new AgentUpdateRequest { System = "Be brief." }).ShouldBe("""{"system":"Be brief."}""");

    [Fact]
    public void Null_is_sent() => Write(new AgentUpdateRequest { System = null }).ShouldBe("""{"system":null}""");

    [Fact]
    public void A_list_of_items_is_sent() =>
        Write(new AgentUpdateRequest { Skills = [new AnthropicSkill { SkillId = "xlsx" }] })
            .ShouldBe("""{"skills":[{"type":"anthropic","skill_id":"xlsx"}]}""");

    [Fact]
    public void A_spread_list_is_sent()
    {
        List<AgentSkill> skills = [new AnthropicSkill { SkillId = "xlsx" }];

        Write(new AgentUpdateRequest { Skills = [.. skills, new AnthropicSkill { SkillId = "pdf" }] })
            .ShouldBe("""{"skills":[{"type":"anthropic","skill_id":"xlsx"},{"type":"anthropic","skill_id":"pdf"}]}""");
    }

    [Fact]
    public void An_empty_list_is_sent() => Write(new AgentUpdateRequest { Skills = [] }).ShouldBe("""{"skills":[]}""");

    [Fact]
    public void A_null_list_is_sent() => Write(new AgentUpdateRequest { Skills = null }).ShouldBe("""{"skills":null}""");

    [Fact]
    public void Left_out_null_and_empty_are_three_different_things()
    {
        var lists = new OptionalList<string>[] { default, null, [], ["a"] };

        lists.Distinct().Count().ShouldBe(4);
        lists.Select(list => list.IsSpecified).ShouldBe([false, true, true, true]);
        lists.Select(list => list.IsNull).ShouldBe([false, true, false, false]);
        lists.Select(list => list.Count).ShouldBe([0, 0, 0, 1]);
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var request = new AgentUpdateRequest { System = null, Description = "d", Skills = [], McpServers = null };

        var read = JsonSerializer.Deserialize<AgentUpdateRequest>(Write(request), ManagedAgentsJson.Options);

        read.ShouldBe(request);
        read!.System.IsSpecified.ShouldBeTrue();
        read.Multiagent.IsSpecified.ShouldBeFalse();
    }

    [Fact]
    public void With_changes_one_field_and_keeps_the_others()
    {
        var request = new AgentUpdateRequest { System = null } with { Description = "d" };

        Write(request).ShouldBe("""{"description":"d","system":null}""");
    }

    private static string Write(AgentUpdateRequest request) => JsonSerializer.Serialize(request, ManagedAgentsJson.Options);
}
