using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Vaults;

public sealed class VaultRequestTests
{
    private const string Beta = "managed-agents-2026-04-01";

    private static readonly Exchange[] Exchanges =
    [
        new("POST /v1/vaults", static client => client.Vaults.CreateAsync(new() { DisplayName = "Ada", Metadata = new Dictionary<string, string> { ["user"] = "7" } }))
        {
            Body = """{"display_name":"Ada","metadata":{"user":"7"}}""",
        },
        new("GET /v1/vaults/vlt_1", static client => client.Vaults.GetAsync("vlt_1")),
        new("POST /v1/vaults/vlt_1", static client => client.Vaults.UpdateAsync("vlt_1", new() { Metadata = new Dictionary<string, string?> { ["user"] = null } }))
        {
            Body = """{"metadata":{"user":null}}""",
        },
        new("GET /v1/vaults?include_archived=true&limit=5", static client => client.Vaults.ListAsync(new() { IncludeArchived = true, PageSize = 5 }).ReadAsync()) { Response = Lists.Empty },
        new("POST /v1/vaults/vlt_1/archive", static client => client.Vaults.ArchiveAsync("vlt_1")),
        new("DELETE /v1/vaults/vlt_1", static client => client.Vaults.DeleteAsync("vlt_1")),
        new("POST /v1/vaults/vlt_1/credentials", static client => client.Vaults.Credentials.CreateAsync("vlt_1", new()
        {
            DisplayName = "Linear",
            Auth = new McpOAuthAuth("https://mcp.linear.app/mcp", "access")
            {
                ExpiresAt = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero),
                Refresh = new() { ClientId = "c", TokenEndpoint = new("https://t"), TokenEndpointAuth = TokenEndpointAuth.ClientSecretPost("client"), RefreshToken = "refresh", Scope = "read" },
            },
        }))
        {
            Body = """{"auth":{"type":"mcp_oauth","mcp_server_url":"https://mcp.linear.app/mcp","access_token":"access","expires_at":"2026-12-01T00:00:00Z","refresh":{"client_id":"c","token_endpoint":"https://t","token_endpoint_auth":{"type":"client_secret_post","client_secret":"client"},"refresh_token":"refresh","scope":"read"}},"display_name":"Linear"}""",
        },
        new("POST /v1/vaults/vlt_2/credentials", static client => client.Vaults.Credentials.CreateAsync("vlt_2", new()
        {
            Auth = new EnvironmentVariableAuth("NPM_TOKEN", "npm", CredentialNetworking.Limited("registry.npmjs.org")) { InjectionLocation = new() { Header = true } },
        }))
        {
            Body = """{"auth":{"type":"environment_variable","secret_name":"NPM_TOKEN","secret_value":"npm","networking":{"type":"limited","allowed_hosts":["registry.npmjs.org"]},"injection_location":{"header":true}}}""",
        },
        new("GET /v1/vaults/vlt_1/credentials/vcrd_1", static client => client.Vaults.Credentials.GetAsync("vlt_1", "vcrd_1")),
        new("POST /v1/vaults/vlt_1/credentials/vcrd_1", static client => client.Vaults.Credentials.UpdateAsync("vlt_1", "vcrd_1", new()
        {
            DisplayName = null,
            Auth = new StaticBearerAuthUpdate { Token = "new" },
        }))
        {
            Body = """{"auth":{"type":"static_bearer","token":"new"},"display_name":null}""",
        },
        new("GET /v1/vaults/vlt_1/credentials?include_archived=false", static client => client.Vaults.Credentials.ListAsync("vlt_1", new() { IncludeArchived = false }).ReadAsync()) { Response = Lists.Empty },
        new("POST /v1/vaults/vlt_1/credentials/vcrd_1/archive", static client => client.Vaults.Credentials.ArchiveAsync("vlt_1", "vcrd_1")),
        new("DELETE /v1/vaults/vlt_1/credentials/vcrd_1", static client => client.Vaults.Credentials.DeleteAsync("vlt_1", "vcrd_1")),
        new("POST /v1/vaults/vlt_1/credentials/vcrd_1/mcp_oauth_validate", static client => client.Vaults.Credentials.ValidateMcpOAuthAsync("vlt_1", "vcrd_1")),
    ];

    public static TheoryData<string> Names => Theories.Of(Exchanges.Select(static exchange => exchange.Request));

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_call_sends_its_request(string request) =>
        (Exchanges.Single(exchange => exchange.Request == request) with { Beta = Beta }).VerifyAsync();

    [Fact]
    public void Secrets_are_never_printed()
    {
        const string Planted = "planted-secret";
        ApiObject[] holders =
        [
            new StaticBearerAuth("https://x", Planted),
            new McpOAuthAuth("https://x", Planted) { Refresh = new() { ClientId = "c", TokenEndpoint = new("t"), TokenEndpointAuth = TokenEndpointAuth.ClientSecretBasic(Planted), RefreshToken = Planted } },
            new EnvironmentVariableAuth("N", Planted, CredentialNetworking.Unrestricted),
            new McpOAuthAuthUpdate { AccessToken = Planted, Refresh = new() { RefreshToken = Planted, TokenEndpointAuth = TokenEndpointAuth.ClientSecretPost(Planted) } },
            new StaticBearerAuthUpdate { Token = Planted },
            new EnvironmentVariableAuthUpdate { SecretValue = Planted },
        ];

        holders.ShouldAllBe(static holder => !holder.ToString().Contains(Planted));
        new VaultCredentialCreateRequest { Auth = (CredentialAuth)holders[1] }.ToString().ShouldNotContain(Planted);
        new VaultCredentialUpdateRequest { Auth = (CredentialAuthUpdate)holders[3] }.ToString().ShouldNotContain(Planted);
    }
}
