using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class ContractCheckerFieldTests
{
    private const string Agent = "BetaManagedAgentsAgent";
    private const string CreateParams = "AgentCreateParams";

    [Fact]
    public void An_unchanged_contract_has_no_findings() => Edits.Check(static _ => { }).ShouldBeEmpty();

    [Fact]
    public void A_removed_property_is_reported() =>
        Edits.CheckWithout(static member => member.DeclaringType == typeof(Agent) && member.Name == nameof(Managed.Agents.Agent.Name))
            .ShouldBe([$"{Agent}.name: Agent has no property for it"]);

    [Fact]
    public void An_added_field_is_reported() =>
        Edits.Check(static contract => contract.Fields(Agent).Add("mood", "string"))
            .ShouldBe([$"{Agent}.mood: Agent has no property for it"]);

    [Fact]
    public void A_dropped_field_is_reported() =>
        Edits.Check(static contract => contract.Fields(Agent).Drop(static field => field["name"]!.ToString() == "system"))
            .ShouldBe([$"Agent.System: {Agent} has no field 'system'"]);

    [Fact]
    public void A_renamed_field_is_reported_on_both_sides() =>
        Edits.Check(static contract => contract.Field(Agent, "system")["name"] = "system_prompt")
            .ShouldBe([$"{Agent}.system_prompt: Agent has no property for it", $"Agent.System: {Agent} has no field 'system'"]);

    [Fact]
    public void A_field_that_may_now_be_null_is_reported() =>
        Edits.Check(static contract => contract.Field(Agent, "name")["nullable"] = true)
            .ShouldBe([$"{Agent}.name: the contract lets it be null, and Agent.Name is not nullable"]);

    [Fact]
    public void A_field_that_may_now_be_absent_is_reported() =>
        Edits.Check(static contract => contract.Field(Agent, "version")["required"] = false)
            .ShouldBe([$"{Agent}.version: the contract lets it be absent, and Agent.Version is not nullable"]);

    [Fact]
    public void A_field_that_is_now_always_present_is_reported() =>
        Edits.Check(static contract => contract.Field(Agent, "archived_at")["nullable"] = false)
            .ShouldBe([$"{Agent}.archived_at: the contract always has it, and the client's property is nullable (Agent.ArchivedAt)"]);

    [Fact]
    public void A_field_of_an_update_that_can_no_longer_be_cleared_is_reported() =>
        Edits.Check(static contract => contract.Field("AgentUpdateParams", "system")["nullable"] = false)
            .ShouldBe(["AgentUpdateParams.system: the client tells null from absence, which the contract does not (AgentUpdateRequest.System)"]);

    [Fact]
    public void A_field_of_an_update_that_can_now_be_cleared_is_reported() =>
        Edits.Check(static contract => contract.Field("AgentUpdateParams", "name")["nullable"] = true)
            .ShouldBe(["AgentUpdateParams.name: omitting it keeps the stored value, and AgentUpdateRequest.Name cannot be null"]);

    [Fact]
    public void A_field_with_a_different_type_is_reported() =>
        Edits.Check(static contract => contract.Field(Agent, "version")["type"] = "string")
            .ShouldBe([$"{Agent}.version: the contract has string, the client Int32"]);

    [Fact]
    public void A_list_instead_of_a_single_value_is_reported() =>
        Edits.Check(static contract => contract.Field(CreateParams, "description")["type"] = new System.Text.Json.Nodes.JsonObject { ["array"] = "string" })
            .ShouldContain($"{CreateParams}.description: the contract has [string], the client String");

    [Fact]
    public void A_new_secret_is_reported() =>
        Edits.Check(static contract => contract.Field(CreateParams, "system")["constraint"] = new System.Text.Json.Nodes.JsonObject { ["writeOnly"] = true })
            .ShouldBe([$"{CreateParams}.system: a secret of the contract is String in the client"]);
}
