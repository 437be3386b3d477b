using System.Net;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Contract;

/// <summary>Every error code of the contract reaches the caller, with its status and its further fields.</summary>
public sealed class ErrorCodeTests
{
    public static TheoryData<string> Codes { get; } = [.. Entries().Select(static entry => (string)entry["code"]!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task An_error_code_is_on_the_exception(string code)
    {
        var entry = Entries().Single(entry => (string)entry["code"]! == code);
        var status = (int)entry["status"]!;
        var details = new JsonObject { ["error_code"] = code };
        foreach (var field in entry["detailFields"] as JsonArray ?? [])
        {
            details[(string)field!["name"]!] = "value";
        }

        var envelope = new JsonObject { ["type"] = "error", ["error"] = new JsonObject { ["type"] = "invalid_request_error", ["message"] = "Rejected.", ["details"] = details } };
        await using var server = await KestrelServer.StartAsync(Framework.Responses.Json(envelope.ToJsonString(), status, ("x-should-retry", "false")));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.UserProfiles.GoogleDataControls.GetAsync("uprof_1").Guarded());

        (error.ErrorCode, error.StatusCode).ShouldBe((code, (HttpStatusCode)status));
        JsonNode.DeepEquals(JsonNode.Parse(error.Details.GetRawText()), details).ShouldBeTrue();
    }

    private static IEnumerable<JsonNode> Entries() => ((JsonArray)ContractFile.LoadOwn().Json["errors"]!["codes"]!).Select(static entry => entry!);
}
