using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class ContractCheckerCallTests
{
    private const string Archive = "agents.archive";

    [Fact]
    public async Task Calls_that_match_the_contract_are_not_reported() =>
        (await Edits.CheckCallsAsync(static _ => { }, Archive, "agents.versions.list", "sessions.resources.update")).ShouldBeEmpty();

    [Fact]
    public async Task A_different_verb_is_reported() =>
        (await Edits.CheckCallsAsync(static contract => contract.Operation(Archive)["method"] = "PUT", Archive))
            .ShouldBe(["agents.archive method: sends 'POST' where the contract has 'PUT'"]);

    [Fact]
    public async Task A_different_path_is_reported() =>
        (await Edits.CheckCallsAsync(static contract => contract.Operation(Archive)["path"] = "/v1/agents/{agent_id}/shelve", Archive))
            .ShouldBe(["agents.archive path: sends '/v1/agents/agent_id_1/archive' where the contract has '/v1/agents/agent_id_1/shelve'"]);

    [Fact]
    public async Task A_different_beta_value_is_reported() =>
        (await Edits.CheckCallsAsync(static contract => contract.Operation(Archive)["headers"]![0]!["fixed"]![0] = "managed-agents-2030-01-01", Archive))
            .ShouldContain("agents.archive anthropic-beta: sends 'managed-agents-2026-04-01' where the contract has 'managed-agents-2030-01-01'");

    [Fact]
    public async Task A_different_version_of_the_API_is_reported() =>
        (await Edits.CheckCallsAsync(static contract => contract["client"]!["headers"]!["always"]!["anthropic-version"] = "2030-01-01", Archive))
            .ShouldBe(["agents.archive anthropic-version: sends '2026-10-21' where the contract has '2030-01-01'"]);

    [Fact]
    public async Task A_body_that_is_not_in_the_contract_is_reported() =>
        (await Edits.CheckCallsAsync(static contract => contract.Operation("sessions.resources.update")["body"] = null, "sessions.resources.update"))
            .ShouldContain("sessions.resources.update: Sessions.Resources.UpdateAsync has the parameter 'request', which is not in the contract");

    [Fact]
    public async Task A_field_that_the_client_reads_as_unknown_is_reported() =>
        (await Edits.CheckCallsAsync(static contract => contract.Fields("BetaManagedAgentsAgent").Add("mood", "string"), Archive))
            .ShouldBe(["BetaManagedAgentsAgent.mood: Agent has no property for it", "Agent.mood: the field was read as an unknown field"]);

    [Fact]
    public async Task A_kind_that_the_client_reads_as_unknown_is_reported()
    {
        var findings = await Edits.CheckCallsAsync(
            static contract => contract.Field("BetaManagedAgentsCustomSkill", "type")["type"] = new JsonObject { ["literal"] = "bespoke" }, Archive);

        findings.ShouldContain(static finding => finding.StartsWith("AgentSkill: read {\"type\":\"bespoke\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_that_is_no_longer_always_written_is_reported() =>
        (await Edits.CheckCallsAsync(static contract => contract.Field("BetaManagedAgentsAgent", "version")["required"] = false, Archive))
            .ShouldContain("BetaManagedAgentsAgent.version: writes 0 where nothing is expected");

    [Fact]
    public async Task A_different_part_of_a_form_is_reported() =>
        (await Edits.CheckCallsAsync(static contract => contract.Field("FileUploadParams", "file")["part"] = "content", "files.upload"))
            .ShouldBe([
                "FileUploadParams.file: sends nothing where the contract has 'content' with 'read me ☂.md' of 256 bytes",
                "FileUploadParams.file: sends 'file' with 'read me ☂.md' of 256 bytes, but the contract has no such part"]);

    [Fact]
    public async Task A_download_that_requests_a_different_content_type_is_reported() =>
        (await Edits.CheckCallsAsync(static contract => contract.Operation("files.download")["headers"]![0]!["fixed"] = "application/zip", "files.download"))
            .ShouldBe(["files.download accept: sends 'application/binary' where the contract has 'application/zip'"]);

    [Fact]
    public async Task A_different_field_of_an_error_is_reported() =>
        (await Edits.CheckCallsAsync(static contract => contract.Fields("BetaErrorResponse").Add("retry_hint", "string"), Archive))
            .ShouldBe(["BetaErrorResponse.retry_hint: the exception does not have it"]);

    [Fact]
    public async Task A_different_type_of_error_is_reported() =>
        (await Edits.CheckCallsAsync(
            static contract => ((JsonArray)contract["errors"]!["types"]!).Add(new JsonObject { ["type"] = "tired_error", ["status"] = 418 }), Archive))
            .ShouldBe(["ApiErrorType: tired_error: the client does not know the error type"]);
}
