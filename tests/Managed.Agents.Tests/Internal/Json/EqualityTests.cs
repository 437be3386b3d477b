using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Json;

public sealed class EqualityTests
{
    [Fact]
    public void Lists_are_compared_by_content()
    {
        var one = new AgentCreateRequest { Name = "a", Model = "m", Tools = [new AgentToolset { Configs = [new BashToolConfig()] }] };
        var other = new AgentCreateRequest { Name = "a", Model = "m", Tools = new List<AgentTool> { new AgentToolset { Configs = new[] { new BashToolConfig() } } } };

        other.ShouldBe(one);
        other.GetHashCode().ShouldBe(one.GetHashCode());
        (other with { Tools = [] }).ShouldNotBe(one);
    }

    [Fact]
    public void Changing_a_list_later_does_not_change_the_record()
    {
        var tools = new List<AgentTool> { new AgentToolset() };
        var request = new AgentCreateRequest { Name = "a", Model = "m", Tools = tools };
        tools.Clear();

        request.Tools.Count.ShouldBe(1);
    }

    [Fact]
    public void Maps_are_compared_by_content_in_any_order()
    {
        var one = new AgentCreateRequest { Name = "a", Model = "m", Metadata = new Dictionary<string, string> { ["x"] = "1", ["y"] = "2" } };
        var other = one with { Metadata = new() { ["y"] = "2", ["x"] = "1" } };

        other.ShouldBe(one);
        other.GetHashCode().ShouldBe(one.GetHashCode());
    }

    [Fact]
    public void Json_is_compared_by_content()
    {
        var one = Read("""{"type":"agent.custom_tool_use","id":"e","name":"t","input":{"a":1,"b":[1,2]},"new":{"x":1.0}}""");
        var same = Read("""{"id":"e","name":"t","new":{"x":1},"input":{ "b":[1,2],"a":1.0 },"type":"agent.custom_tool_use"}""");
        var other = Read("""{"type":"agent.custom_tool_use","id":"e","name":"t","input":{"a":2,"b":[1,2]},"new":{"x":1.0}}""");

        same.ShouldBe(one);
        same.GetHashCode().ShouldBe(one.GetHashCode());
        other.ShouldNotBe(one);
    }

    [Fact]
    public void Unknown_fields_are_compared() =>
        Read("""{"type":"agent.thinking","id":"e","new":1}""").ShouldNotBe(Read("""{"type":"agent.thinking","id":"e","new":2}"""));

    [Fact]
    public void Different_event_types_are_never_equal() =>
        Read("""{"type":"session.status_running","id":"e"}""").ShouldNotBe(Read("""{"type":"session.status_terminated","id":"e"}"""));

    [Fact]
    public void Missing_and_empty_lists_are_equal() =>
        Read("""{"type":"agent.message","id":"e"}""").ShouldBe(Read("""{"type":"agent.message","id":"e","content":[]}"""));

    private static SessionEvent Read(string json) => JsonSerializer.Deserialize<SessionEvent>(json, ManagedAgentsJson.Options)!;
}
