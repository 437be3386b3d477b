using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.Tests.Conventions;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Agents;

/// <summary>An update that replaces the whole definition of an agent.</summary>
public sealed class AgentUpdateFromDefinitionTests : EmulatorTest
{
    private static readonly IReadOnlyList<PropertyInfo> Fields = [.. Surface.Properties(typeof(AgentCreateRequest)).Where(static property => property.SetMethod is not null)];

    [Fact]
    public void Every_property_of_the_definition_is_carried_over()
    {
        var definition = (AgentCreateRequest)Sample.Full(typeof(AgentCreateRequest));
        definition = definition with { AdditionalFields = new Dictionary<string, JsonElement> { ["new_field"] = JsonElement.Parse("""{"a":1}""") } };
        var created = Json(definition);
        var updated = Json(AgentUpdateRequest.From(definition));

        // The sample must set every property, or a new one could be forgotten unnoticed.
        created.Count.ShouldBe(Fields.Count, "one field on the wire for each property");
        foreach (var (name, value) in created)
        {
            JsonNode.DeepEquals(updated[name], value).ShouldBeTrue($"{name}: {updated[name]?.ToJsonString()} instead of {value?.ToJsonString()}");
        }

        updated.Count.ShouldBe(created.Count);
    }

    [Fact]
    public void Every_property_that_is_not_set_is_cleared()
    {
        var updated = Json(AgentUpdateRequest.From(new() { Name = "a", Model = "m" }, version: 4));

        updated.ToJsonString().ShouldBe(
            """{"version":4,"name":"a","model":"m","description":null,"system":null,"tools":[],"mcp_servers":[],"skills":[],"multiagent":null,"execution_identity":null}""");
        foreach (var field in Fields.Where(static field => field.Name is not (nameof(ApiObject.AdditionalFields) or nameof(AgentCreateRequest.Metadata))))
        {
            updated.ContainsKey(JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Name)).ShouldBeTrue(field.Name);
        }
    }

    [Fact]
    public void The_version_is_optional_and_the_definition_is_required()
    {
        AgentUpdateRequest.From(new() { Name = "a", Model = "m" }).Version.ShouldBeNull();
        Should.Throw<ArgumentNullException>(static () => AgentUpdateRequest.From(null!)).ParamName.ShouldBe("definition");
    }

    [Fact]
    public async Task A_property_that_was_removed_from_the_definition_is_removed_from_the_agent()
    {
        AgentCreateRequest definition = new()
        {
            Name = "reviewer",
            Model = "claude-opus-5-5",
            Description = "Reads pull requests.",
            System = "Review with care.",
            Tools = [new AgentToolset(), CustomTool.Create("post", "Posts a comment.", """{"type":"object"}"""), new McpToolset { McpServerName = "github" }],
            McpServers = [new AgentMcpServer("github", "https://mcp.example.com/github")],
            Skills = [new AnthropicSkill("xlsx")],
            ExecutionIdentity = new AwsRoleIdentity("arn:aws:iam::123456789012:role/agents"),
            Multiagent = new MultiagentCoordinator(MultiagentRosterEntry.Self),
            Metadata = new() { ["team"] = "core", ["stage"] = "one" },
        };
        var created = await Client.Agents.CreateAsync(definition);
        AgentCreateRequest smaller = new() { Name = "reader", Model = "claude-sonnet-5-5", Tools = [new AgentToolset()], Metadata = new() { ["stage"] = "two" } };

        var updated = await Client.Agents.UpdateAsync(created.Id, AgentUpdateRequest.From(smaller, created.Version));

        (updated.Version, updated.Name, updated.Model.Id).ShouldBe((2, "reader", "claude-sonnet-5-5"));
        updated.Description.ShouldBeNull();
        updated.System.ShouldBeNull();
        updated.Tools.ShouldHaveSingleItem().ShouldBeOfType<AgentToolset>();
        updated.McpServers.ShouldBeEmpty();
        updated.Skills.ShouldBeEmpty();
        updated.Multiagent.ShouldBeNull();
        updated.ExecutionIdentity.ShouldBe(ExecutionIdentity.ServiceAccount);
        updated.Metadata.Equals(new Metadata { ["team"] = "core", ["stage"] = "two" }).ShouldBeTrue("the API merges metadata");
        (await Client.Agents.GetAsync(created.Id)).ShouldBe(updated);

        (await Client.Agents.UpdateAsync(created.Id, AgentUpdateRequest.From(smaller, updated.Version))).Version.ShouldBe(2, "nothing has changed");
        await FailsAsync(HttpStatusCode.Conflict, ApiErrorType.Conflict, () => Client.Agents.UpdateAsync(created.Id, AgentUpdateRequest.From(definition, version: 1)));
    }

    private static JsonObject Json<T>(T request) => JsonSerializer.SerializeToNode(request, ManagedAgentsJson.Options)!.AsObject();
}
