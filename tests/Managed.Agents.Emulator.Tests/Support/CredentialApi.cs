using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Credentials of every kind with recognizable secrets, and the calls that create and update them.</summary>
public static class CredentialApi
{
    public const string OAuth = """
        {"type":"mcp_oauth","mcp_server_url":"https://mcp.example.com/sse","access_token":"SECRET-1","expires_at":"2027-01-01T00:00:00Z",
         "refresh":{"client_id":"client","token_endpoint":"https://auth.example.com/token","refresh_token":"SECRET-2","scope":"read",
                    "token_endpoint_auth":{"type":"client_secret_post","client_secret":"SECRET-3"}}}
        """;

    public const string Variable = """{"type":"environment_variable","secret_name":"KEY","secret_value":"SECRET-4","networking":{"type":"limited","allowed_hosts":["api.example.com","*.example.org","10.0.0.1"]}}""";
    public const string Bearer = """{"type":"static_bearer","mcp_server_url":"https://mcp.example.com","token":"SECRET-5"}""";

    // The clock shows 2026-11-21T09:00:00Z.
    public static Task<TestApi> StartAsync() => TestApi.StartAsync(options => options.TimeProvider = new ManualTimeProvider());

    public static async Task<string> CreateVaultAsync(this TestApi api) => (await api.PostAsync("/v1/vaults", """{"display_name":"a"}""")).Id;

    public static Task<Answer> CreateCredentialAsync(this TestApi api, string vault, string auth) =>
        api.PostAsync($"/v1/vaults/{vault}/credentials", new JsonObject { ["auth"] = JsonNode.Parse(auth) });

    public static Task<Answer> ChangeCredentialAsync(this TestApi api, string vault, string credential, string auth) =>
        api.PostAsync($"/v1/vaults/{vault}/credentials/{credential}", new JsonObject { ["auth"] = JsonNode.Parse(auth) });
}
