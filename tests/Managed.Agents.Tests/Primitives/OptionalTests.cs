using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Primitives;

public sealed class OptionalTests
{
    [Fact]
    public void An_unassigned_field_is_omitted() => Write(new AgentUpdateRequest()).ShouldBe("{}");

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
    public void Unspecified_null_and_empty_lists_are_distinct()
    {
        var lists = new OptionalList<string>[] { default, null, [], ["a"] };

        lists.Distinct().Count().ShouldBe(4);
        lists.Select(list => list.IsSpecified).ShouldBe([false, true, true, true]);
        lists.Select(list => list.IsNull).ShouldBe([false, true, false, false]);
        lists.Select(list => list.Count).ShouldBe([0, 0, 0, 1]);
    }

    [Fact]
    public void A_request_survives_a_round_trip()
    {
        var request = new AgentUpdateRequest { System = null, Description = "d", Skills = [], McpServers = null };

        var read = JsonSerializer.Deserialize<AgentUpdateRequest>(Write(request), ManagedAgentsJson.Options);

        read.ShouldBe(request);
        read!.System.IsSpecified.ShouldBeTrue();
        read.Multiagent.IsSpecified.ShouldBeFalse();
    }

    [Fact]
    public void A_with_expression_keeps_the_other_fields()
    {
        var request = new AgentUpdateRequest { System = null } with { Description = "d" };

        Write(request).ShouldBe("""{"description":"d","system":null}""");
    }

    private static string Write(AgentUpdateRequest request) => JsonSerializer.Serialize(request, ManagedAgentsJson.Options);
}
