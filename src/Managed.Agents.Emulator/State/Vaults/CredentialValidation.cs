using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Simulates the validation of an OAuth credential: the token is tried, refreshed if it is rejected, and tried again. No network calls are made.</summary>
internal static class CredentialValidation
{
    public static JsonObject Run(CredentialState credential, DateTimeOffset now, Func<string, McpProbeOutcome>? probe)
    {
        var expired = DateTimeShape.TryParse(credential.Auth.Text("expires_at") ?? "", out var expiry) && expiry <= now;
        var outcome = probe?.Invoke(credential.Auth.Text("mcp_server_url")!) ?? McpProbeOutcome.Accepted;
        var refused = expired || outcome is McpProbeOutcome.Rejected or McpProbeOutcome.RefreshFailed;
        return outcome switch
        {
            McpProbeOutcome.Unreachable => Answer(CredentialValidationStatus.Unknown, Step(response: null), refresh: null),
            _ when !refused => Answer(CredentialValidationStatus.Valid, probe: null, refresh: null),
            _ when !credential.HasRefreshToken => Answer(CredentialValidationStatus.Invalid, Step(Http(401, "invalid_token")), Refresh(CredentialRefreshStatus.NoRefreshToken, response: null)),
            McpProbeOutcome.RefreshFailed => Answer(CredentialValidationStatus.Invalid, Step(Http(401, "invalid_token")), Refresh(CredentialRefreshStatus.Failed, Http(400, "invalid_grant"))),
            McpProbeOutcome.Rejected => Answer(CredentialValidationStatus.Invalid, Step(Http(401, "invalid_token")), Refresh(CredentialRefreshStatus.Succeeded, response: null)),
            _ => Answer(CredentialValidationStatus.Valid, probe: null, Refresh(CredentialRefreshStatus.Succeeded, response: null)),
        };

        JsonObject Answer(CredentialValidationStatus status, JsonObject? probe, JsonObject? refresh) => new()
        {
            ["type"] = "vault_credential_validation",
            ["credential_id"] = credential.Id,
            ["vault_id"] = credential.VaultId,
            ["status"] = status.ToWireName(),
            ["has_refresh_token"] = credential.HasRefreshToken,
            ["mcp_probe"] = probe,
            ["refresh"] = refresh,
            ["validated_at"] = Json.Time(now),
        };
    }

    private static JsonObject Step(JsonObject? response) => new() { ["method"] = "initialize", ["http_response"] = response };

    private static JsonObject Refresh(CredentialRefreshStatus status, JsonObject? response) => new() { ["status"] = status.ToWireName(), ["http_response"] = response };

    private static JsonObject Http(int status, string error) => new()
    {
        ["status_code"] = status,
        ["content_type"] = "application/json",
        ["body"] = $$"""{"error":"{{error}}"}""",
        ["body_truncated"] = false,
    };
}
