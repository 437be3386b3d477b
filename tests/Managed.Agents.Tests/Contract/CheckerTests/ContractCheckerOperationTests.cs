using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class ContractCheckerOperationTests
{
    [Fact]
    public void An_added_operation_is_reported() =>
        Edits.Check(static contract =>
        {
            var fork = (JsonObject)contract.Operation("agents.archive").DeepClone();
            fork["id"] = "agents.fork";
            ((JsonArray)contract["operations"]!).Add(fork);
        }).ShouldBe(["agents.fork: the operation has neither a mapping nor an exemption"]);

    [Fact]
    public void A_dropped_operation_is_reported() =>
        Edits.Check(static contract => ((JsonArray)contract["operations"]!).Drop(static operation => operation["id"]!.ToString() == "agents.archive"))
            .ShouldBe([
                "Agents.ArchiveAsync(agentId): the method is mapped to no operation of the contract and is not listed as a convenience",
                "agents.archive: the map names an operation that is not in the contract"], ignoreOrder: true);

    [Fact]
    public void A_removed_method_is_reported() =>
        Edits.CheckWithout(static member => member.DeclaringType == typeof(AgentsClient) && member.Name == nameof(AgentsClient.ArchiveAsync))
            .ShouldBe(["agents.archive: the client has no method Agents.ArchiveAsync"]);

    [Fact]
    public void A_new_query_parameter_is_reported() =>
        Edits.Check(static contract => ((JsonArray)contract.Operation("agents.list")["query"]!).Add("owner_id", "string", required: false))
            .ShouldBe(["agents.list?owner_id: Agents.ListAsync cannot set it"]);

    [Fact]
    public void A_dropped_query_parameter_is_reported() =>
        Edits.Check(static contract => ((JsonArray)contract.Operation("agents.list")["query"]!).Drop(static field => field["name"]!.ToString() == "include_archived"))
            .ShouldBe(["agents.list: AgentListOptions has IncludeArchived, which is not in the contract"]);

    [Fact]
    public void A_new_part_of_the_path_is_reported() =>
        Edits.Check(static contract => contract.Operation("agents.archive")["path"] = "/v1/teams/{team_id}/agents/{agent_id}/archive")
            .ShouldBe(["agents.archive {team_id}: Agents.ArchiveAsync has no string parameter 'teamId'"]);

    [Fact]
    public void A_new_header_is_reported() =>
        Edits.Check(static contract => ((JsonArray)contract.Operation("agents.archive")["headers"]!).Add(new JsonObject { ["name"] = "if-match", ["param"] = "etag", ["type"] = "string", ["required"] = false }))
            .ShouldBe(["agents.archive if-match: the caller cannot set the header"]);

    [Fact]
    public void A_dropped_header_of_one_call_is_reported() =>
        Edits.Check(static contract => ((JsonArray)contract.Operation("environments.work.poll")["headers"]!).Drop(static header => header["name"]!.ToString() == "Anthropic-Worker-ID"))
            .ShouldBe([
                "environments.work.poll: WorkPollOptions has WorkerId, which is not in the contract",
                "Anthropic-Worker-ID: the map names a header that is not in the contract"]);

    [Fact]
    public void A_new_field_of_a_form_is_reported() =>
        Edits.Check(static contract =>
        {
            contract.Fields("FileUploadParams").Add("purpose", "string", required: false);
            contract.Field("FileUploadParams", "purpose")["part"] = "purpose";
        }).ShouldBe(["FileUploadParams.purpose: FileUpload has no property for it"]);

    [Fact]
    public void A_removed_released_form_of_an_operation_is_reported() =>
        Edits.Check(static contract => ((JsonArray)contract["operations"]!).Drop(static operation => operation["id"]!.ToString() == "ga.models.list"))
            .ShouldBe(["ga.models.list: the map names an operation that is not in the contract"]);

    [Fact]
    public void A_response_of_a_different_type_is_reported() =>
        Edits.Check(static contract => contract.Operation("agents.archive")["response"] = "BetaEnvironment")
            .ShouldBe(["BetaEnvironment: at agents.archive the client has Agent, which AgentEnvironment is not"]);

    [Fact]
    public void A_list_instead_of_a_single_response_is_reported() =>
        Edits.Check(static contract =>
        {
            contract.Operation("agents.archive")["response"] = null;
            contract.Operation("agents.archive")["page"] = new JsonObject { ["kind"] = "PageCursor", ["item"] = "BetaManagedAgentsAgent" };
        }).ShouldBe(["agents.archive: Agents.ArchiveAsync returns Task`1, which does not fit this kind of result"]);
}
