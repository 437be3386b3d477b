using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class ContractCheckerMapTests
{
    [Fact]
    public void A_type_without_a_mapping_is_reported() =>
        Edits.CheckMap(static map => ((JsonObject)map["types"]!).Remove("BetaEnvironment")).ShouldContain("BetaEnvironment: the type has no mapping");

    [Fact]
    public void An_operation_without_a_mapping_is_reported() =>
        Edits.CheckMap(static map => ((JsonObject)map["operations"]!).Remove("agents.list")).ShouldContain("agents.list: the operation has neither a mapping nor an exemption");

    [Fact]
    public void A_mapping_to_the_wrong_type_is_reported() =>
        Edits.CheckMap(static map => map["types"]!["BetaEnvironment"] = "Agent").ShouldContain("BetaEnvironment: at environments.create the client has AgentEnvironment, which Agent is not");

    [Fact]
    public void A_mapping_to_the_wrong_method_is_reported() =>
        Edits.CheckMap(static map => map["operations"]!["agents.archive"] = "Agents.RestAsync").ShouldContain("agents.archive: the client has no method Agents.RestAsync");

    [Fact]
    public void A_mapping_of_a_removed_type_is_reported() =>
        Edits.CheckMap(static map => ((JsonObject)map["types"]!).Add("Gone", "Agent")).ShouldBe(["Gone: the map names a type that is not in the contract"]);

    [Fact]
    public void An_exemption_without_a_match_is_reported() =>
        Edits.CheckMap(static map => Exempt(map, "environments.naps.*")).ShouldBe(["environments.naps.*: the exemption matches no operation of the contract"]);

    [Fact]
    public void An_exemption_of_a_supported_operation_is_reported() =>
        Edits.CheckMap(static map => Exempt(map, "agents.archive")).ShouldContain("agents.archive: the operation is both mapped and exempt");

    [Fact]
    public void An_unnecessary_reason_is_reported() =>
        Edits.CheckMap(static map => ((JsonObject)map["neverNull"]!).Add("Agent.Id", "Because.")).ShouldBe(["Agent.Id: the map has an unnecessary reason for it under neverNull"]);

    [Theory]
    [InlineData("bodyFields")]
    [InlineData("conveniences")]
    [InlineData("query")]
    [InlineData("headers")]
    [InlineData("placeDecides")]
    [InlineData("oneForAll")]
    [InlineData("ownTypes")]
    [InlineData("text")]
    [InlineData("freeJson")]
    [InlineData("shortForms")]
    [InlineData("neverNull")]
    [InlineData("sameAsAbsent")]
    [InlineData("uploadFields")]
    [InlineData("secrets")]
    [InlineData("envelopes")]
    [InlineData("extraValues")]
    public void Every_exception_without_a_reason_is_reported(string section)
    {
        IReadOnlyList<string> names = [];
        var findings = Edits.CheckMap(map =>
        {
            names = [.. ((JsonObject)map[section]!).Select(static entry => entry.Key)];
            map[section] = new JsonObject();
        });

        names.ShouldNotBeEmpty();
        names.ShouldAllBe(name => findings.Any(finding => finding.Replace(": ", ".", StringComparison.Ordinal).Contains(name)));
    }

    [Fact]
    public void A_missing_reason_is_reported() =>
        Edits.CheckMap(static map => ((JsonObject)map["sameAsAbsent"]!).Remove("EnvironmentUpdateParams.name"))
            .ShouldBe(["EnvironmentUpdateParams.name: omitting it keeps the stored value, and EnvironmentUpdateRequest.Name cannot be null"]);

    [Fact]
    public void A_convenience_method_that_is_not_listed_is_reported() =>
        Edits.CheckMap(static map => ((JsonObject)map["conveniences"]!).Remove("With")).ShouldBe(["With(options): the method is mapped to no operation of the contract and is not listed as a convenience"]);

    [Fact]
    public void A_public_type_that_is_not_listed_is_reported() =>
        Edits.CheckMap(static map => ((JsonObject)map["ownTypes"]!).Remove(nameof(UnreadableSessionEvent)))
            .ShouldBe(["SessionEvent: UnreadableSessionEvent: no choice of the contract has this kind", "UnreadableSessionEvent: the public type represents no type of the contract"]);

    private static void Exempt(JsonObject map, string operation) =>
        ((JsonArray)map["exemptions"]!).Add(new JsonObject { ["operations"] = new JsonArray(operation), ["reason"] = "Because." });
}
