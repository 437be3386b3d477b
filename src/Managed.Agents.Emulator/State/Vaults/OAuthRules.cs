using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The rules for the OAuth part of a credential.</summary>
internal static class OAuthRules
{
    public static JsonObject New(JsonObject sent, DateTimeOffset now)
    {
        var auth = new JsonObject
        {
            ["type"] = CredentialRules.OAuth,
            ["mcp_server_url"] = CredentialRules.ServerUrl(sent.Text("mcp_server_url")!, "auth.mcp_server_url"),
            ["refresh"] = sent["refresh"] is JsonObject refresh ? NewRefresh(refresh) : null,
        };
        SetExpiry(auth, sent.Text("expires_at"), now);
        return auth;
    }

    public static JsonObject Change(JsonObject stored, JsonObject sent, DateTimeOffset now)
    {
        var auth = stored.Copy();
        if (sent["refresh"] is JsonObject refresh)
        {
            ChangeRefresh(auth["refresh"] as JsonObject ?? throw ApiError.InvalidRequest("auth.refresh: the credential was created without it; create a new credential."), refresh);
        }

        if (sent.Has("expires_at"))
        {
            SetExpiry(auth, sent.Text("expires_at"), now);
        }

        return auth;
    }

    private static JsonObject NewRefresh(JsonObject sent) => new()
    {
        ["client_id"] = sent.Text("client_id"),
        ["token_endpoint"] = CredentialRules.ServerUrl(sent.Text("token_endpoint")!, "auth.refresh.token_endpoint"),
        ["token_endpoint_auth"] = Json.Typed(sent["token_endpoint_auth"].Text("type")!),
        ["resource"] = sent.Text("resource"),
        ["scope"] = sent.Text("scope"),
    };

    private static void ChangeRefresh(JsonObject stored, JsonObject sent)
    {
        // The stored type is kept even if another one is sent. Only the secret changes.
        if (sent["token_endpoint_auth"] is not null && stored["token_endpoint_auth"].Text("type") == "none")
        {
            throw ApiError.InvalidRequest("auth.refresh.token_endpoint_auth: the stored type is none, which has no secret to change.");
        }

        if (sent.Text("scope") is { } scope)
        {
            stored["scope"] = scope.Length == 0 ? null : scope;
        }
    }

    private static void SetExpiry(JsonObject auth, string? expiresAt, DateTimeOffset now)
    {
        auth.Remove("expires_at");
        if (expiresAt is null || !DateTimeShape.TryParse(expiresAt, out var time))
        {
            return;
        }

        auth["expires_at"] = time > now ? Json.Time(time) : throw ApiError.InvalidRequest("auth.expires_at: must be in the future.");
    }
}
