using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Plays the validation of an OAuth credential: the token is tried, refreshed if it is refused, and tried again. Nothing goes over a network.</summary>
internal static class CredentialValidation
{
    public static JsonObject Run(CredentialState credential, DateTimeOffset now, Func<string, McpProbeOutcome>? probe)
    {
        var expired = DateTimeShape.TryParse(credential.Auth.Text("expires_at") ?? "", out var expiry) && expiry <= now;
        var outcome = probe?.Invoke(credential.Auth.Text("mcp_server_url")!) ?? McpProbeOutcome.Accepted;
        var refused = expired || outcome is McpProbeOutcome.Rejected or McpProbeOutcome.RefreshFailed;
        return outcome switch
        {
            McpProbeOutcome.Unreachable => Answer("unknown", Step(response: null), refresh: null),
            _ when !refused => Answer("valid", probe: null, refresh: null),
            _ when !credential.HasRefreshToken => Answer("invalid", Step(Http(401, "invalid_token")), Refresh("no_refresh_token", response: null)),
            McpProbeOutcome.RefreshFailed => Answer("invalid", Step(Http(401, "invalid_token")), Refresh("failed", Http(400, "invalid_grant"))),
            McpProbeOutcome.Rejected => Answer("invalid", Step(Http(401, "invalid_token")), Refresh("succeeded", response: null)),
            _ => Answer("valid", probe: null, Refresh("succeeded", response: null)),
        };

        JsonObject Answer(string status, JsonObject? probe, JsonObject? refresh) => new()
        {
            ["type"] = "vault_credential_validation",
            ["credential_id"] = credential.Id,
            ["vault_id"] = credential.VaultId,
            ["status"] = status,
            ["has_refresh_token"] = credential.HasRefreshToken,
            ["mcp_probe"] = probe,
            ["refresh"] = refresh,
            ["validated_at"] = Json.Time(now),
        };
    }

    private static JsonObject Step(JsonObject? response) => new() { ["method"] = "initialize", ["http_response"] = response };

    private static JsonObject Refresh(string status, JsonObject? response) => new() { ["status"] = status, ["http_response"] = response };

    private static JsonObject Http(int status, string error) => new()
    {
        ["status_code"] = status,
        ["content_type"] = "application/json",
        ["body"] = $$"""{"error":"{{error}}"}""",
        ["body_truncated"] = false,
    };
}
