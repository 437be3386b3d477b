using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class ContractCheckerKindTests
{
    private const string Prefix = "BetaManagedAgents";

    [Fact]
    public void A_variant_that_the_contract_drops_is_reported() =>
        Edits.Check(static contract =>
        {
            foreach (var union in new[] { "SessionEvent", "StreamSessionEvents", "StreamSessionThreadEvents" })
            {
                contract.DropKind(Prefix + union, "session.usage");
            }
        }).ShouldContain("SessionEvent: SessionUsageEvent: no choice of the contract has this kind");

    [Fact]
    public void A_variant_that_the_client_drops_is_reported() =>
        Edits.CheckWithout(static member => member == typeof(RefusalStopDetails) || member == typeof(Refusal))
            .ShouldContain($"{Prefix}SessionRefusal: the map names Refusal, which the client does not have");

    [Fact]
    public void An_added_variant_is_reported() =>
        Edits.Check(static contract =>
        {
            ((JsonObject)contract["types"]!).Add("Napping", new JsonObject
            {
                ["kind"] = "object",
                ["fields"] = new JsonArray(new JsonObject { ["name"] = "type", ["type"] = new JsonObject { ["literal"] = "session.napping" }, ["required"] = true, ["nullable"] = false }),
            });
            contract.AddKind(Prefix + "SessionEvent", "session.napping", "Napping");
        }).ShouldBe(["Napping: the type has no mapping"]);

    [Fact]
    public void A_variant_that_the_client_has_in_a_different_union_is_reported() =>
        Edits.Check(static contract => contract.AddKind(Prefix + "SessionResource", "branch", Prefix + "BranchCheckout"))
            .ShouldBe([$"{Prefix}BranchCheckout: at BetaManagedAgentsSession.resources the client has SessionResource, which BranchCheckout is not"]);

    [Fact]
    public void An_added_value_is_reported() =>
        Edits.Check(static contract => contract.Values(Prefix + "DeltaType").Add("agent.dream"))
            .ShouldBe(["EventDeltaType: agent.dream: the client does not know the value"]);

    [Fact]
    public void A_dropped_value_is_reported() =>
        Edits.Check(static contract => contract.Values(Prefix + "DeltaType").Drop(static value => value.ToString() == "agent.thinking"))
            .ShouldBe(["EventDeltaType: agent.thinking: the client knows a value that is not in the contract"]);

    [Fact]
    public void An_added_known_value_of_a_string_is_reported() =>
        Edits.Check(static contract => ((JsonArray)contract.Field(Prefix + "OutcomeEvaluationResource", "result")["constraint"]!["knownValues"]!).Add("paused"))
            .ShouldBe(["OutcomeResult: paused: the client does not know the value"]);

    [Fact]
    public void A_new_type_of_error_is_reported() =>
        Edits.Check(static contract => contract.Values("ErrorType").Add("tired_error"))
            .ShouldBe(["ApiErrorType: tired_error: the client does not know the value"]);

    [Fact]
    public void A_type_that_no_operation_refers_to_is_reported() =>
        Edits.Check(static contract => ((JsonObject)contract["types"]!).Add("Stray", new JsonObject { ["kind"] = "enum", ["values"] = new JsonArray("a") }))
            .ShouldBe(["Stray: the type has neither a mapping nor an exemption"]);
}
