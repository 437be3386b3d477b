using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class ContractRuleTests
{
    private static readonly Bindings Bindings = new(ContractFile.LoadOwn(), ContractMap.LoadOwn(), ClientSurface.Own);

    [Theory]
    [InlineData("""{"name":"a"}""", """{"name":"b"}""", "AgentUpdateParams.name")]
    [InlineData("""{"system":null}""", "{}", "AgentUpdateParams.system")]
    [InlineData("{}", """{"system":null}""", "AgentUpdateParams.system")]
    [InlineData("""{"tools":[]}""", "{}", "AgentUpdateParams.tools")]
    [InlineData("""{"tools":[]}""", """{"tools":null}""", "AgentUpdateParams.tools")]
    [InlineData("""{"version":7}""", """{"version":7.0}""", "AgentUpdateParams.version")]
    [InlineData("""{"metadata":{"a":null}}""", """{"metadata":{}}""", "AgentUpdateParams.metadata")]
    [InlineData("""{"unknown":1.50}""", """{"unknown":1.5}""", "AgentUpdateParams.unknown")]
    [InlineData("""{"unknown":null}""", "{}", "AgentUpdateParams.unknown")]
    [InlineData("{}", """{"more":[]}""", "AgentUpdateParams.more")]
    public void A_request_that_differs_is_reported(string expected, string actual, string place) =>
        Compare("AgentUpdateParams", typeof(AgentUpdateRequest), expected, actual, isRequest: true).ShouldHaveSingleItem().ShouldStartWith(place + ": ");

    [Theory]
    [InlineData("""{"model":"m"}""", """{"model":{"id":"m"}}""")]
    [InlineData("""{"model":{"id":"m","effort":"low"}}""", """{"model":{"id":"m","effort":{"type":"low"}}}""")]
    [InlineData("""{"name":"a","version":7}""", """{"version":7,"name":"a"}""")]
    [InlineData("""{"metadata":null}""", "{}")]
    [InlineData("""{"system":null,"tools":[],"skills":null}""", """{"system":null,"tools":[],"skills":null}""")]
    public void An_equivalent_request_is_not_reported(string expected, string actual) =>
        Compare("AgentUpdateParams", typeof(AgentUpdateRequest), expected, actual, isRequest: true).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"created_at":"2026-10-01T12:00:00Z"}""", """{"created_at":"2026-10-01T12:00:00.0000001Z"}""", "BetaManagedAgentsAgent.created_at")]
    [InlineData("""{"description":"2026-10-01T12:00:00Z"}""", """{"description":"2026-10-01T12:00:00+00:00"}""", "BetaManagedAgentsAgent.description")]
    [InlineData("""{"description":""}""", "{}", "BetaManagedAgentsAgent.description")]
    [InlineData("""{"version":0}""", "{}", "BetaManagedAgentsAgent.version")]
    [InlineData("""{"tools":[{"type":"custom_of_tomorrow"}]}""", """{"tools":[]}""", "BetaManagedAgentsAgent.tools")]
    [InlineData("""{"unknown":[]}""", "{}", "BetaManagedAgentsAgent.unknown")]
    [InlineData("""{"model":{"id":"m"}}""", """{"model":"m"}""", "BetaManagedAgentsAgent.model")]
    public void A_response_that_differs_is_reported(string expected, string actual, string place) =>
        Compare("BetaManagedAgentsAgent", typeof(Agent), expected, actual, isRequest: false).ShouldHaveSingleItem().ShouldStartWith(place + ": ");

    [Theory]
    [InlineData("""{"description":null,"tools":[],"metadata":{}}""", "{}")]
    [InlineData("""{"created_at":"2026-10-01T14:00:00+02:00"}""", """{"created_at":"2026-10-01T12:00:00Z"}""")]
    public void An_equivalent_response_is_not_reported(string expected, string actual) =>
        Compare("BetaManagedAgentsAgent", typeof(Agent), expected, actual, isRequest: false).ShouldBeEmpty();

    [Fact]
    public void A_null_that_differs_from_absence_is_kept() =>
        Compare("BetaManagedAgentsSessionUpdatedEvent", typeof(SessionUpdatedEvent), """{"budget":null}""", "{}", isRequest: false)
            .ShouldBe(["BetaManagedAgentsSessionUpdatedEvent.budget: null is lost"]);

    private static IEnumerable<string> Compare(string contract, Type ours, string expected, string actual, bool isRequest)
    {
        var findings = new Findings();
        new JsonComparer(Bindings, new Coverage(), findings, isRequest)
            .Compare(contract, new ReferenceExpression(contract), ours, JsonNode.Parse(expected), JsonNode.Parse(actual));
        return findings.All.Select(static finding => finding.ToString());
    }
}
