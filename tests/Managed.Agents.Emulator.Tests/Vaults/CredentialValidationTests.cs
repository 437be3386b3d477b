using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class CredentialValidationTests
{
    private const string Refresh = ""","refresh":{"client_id":"c","refresh_token":"r","token_endpoint":"https://t.example","token_endpoint_auth":{"type":"none"}}""";

    [Theory]
    [InlineData(McpProbeOutcome.Accepted, "", "valid", null, null)]
    [InlineData(McpProbeOutcome.Accepted, Refresh, "valid", null, null)]
    [InlineData(McpProbeOutcome.Rejected, "", "invalid", 401, "no_refresh_token")]
    [InlineData(McpProbeOutcome.Rejected, Refresh, "invalid", 401, "succeeded")]
    [InlineData(McpProbeOutcome.RefreshFailed, Refresh, "invalid", 401, "failed")]
    [InlineData(McpProbeOutcome.Unreachable, Refresh, "unknown", 0, null)]
    public async Task A_validation_reports_the_responses_of_the_server(McpProbeOutcome outcome, string refresh, string status, int? probe, string? refreshed)
    {
        await using var api = await TestApi.StartAsync(options => options.McpProbe = url => url == "https://mcp.example.com" ? outcome : McpProbeOutcome.Accepted);
        var path = await CreateAsync(api, refresh);

        var answer = (await api.PostAsync($"{path}/mcp_oauth_validate")).ShouldSucceed();

        answer.Text("type").ShouldBe("vault_credential_validation");
        answer.Text("status").ShouldBe(status);
        answer["has_refresh_token"]!.GetValue<bool>().ShouldBe(refresh.Length > 0);
        (answer["mcp_probe"] is null).ShouldBe(probe is null);
        (answer.Body.At("mcp_probe.http_response.status_code")?.GetValue<int>() ?? 0).ShouldBe(probe ?? 0);
        answer.Text("refresh.status").ShouldBe(refreshed);
        (answer.Body.At("refresh.http_response") is not null).ShouldBe(refreshed == "failed");
    }

    [Theory]
    [InlineData("", "invalid", "no_refresh_token")]
    [InlineData(Refresh, "valid", "succeeded")]
    public async Task An_expired_token_is_refreshed_or_invalid(string refresh, string status, string refreshed)
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var path = await CreateAsync(api, $$""","expires_at":"2026-11-21T10:00:00Z"{{refresh}}""");
        (await api.PostAsync($"{path}/mcp_oauth_validate")).Text("status").ShouldBe("valid");

        clock.Advance(TimeSpan.FromHours(1));

        var answer = await api.PostAsync($"{path}/mcp_oauth_validate");
        answer.Text("status").ShouldBe(status);
        answer.Text("refresh.status").ShouldBe(refreshed);
    }

    [Fact]
    public async Task Only_active_OAuth_credentials_are_validated()
    {
        await using var api = await TestApi.StartAsync();
        var oauth = await CreateAsync(api, "");
        var vault = oauth.Split("/credentials/")[0];
        var bearer = (await api.PostAsync($"{vault}/credentials", """{"auth":{"type":"static_bearer","mcp_server_url":"https://b.example","token":"t"}}""")).Id;
        await api.PostAsync($"{oauth}/archive");

        (await api.PostAsync($"{vault}/credentials/{bearer}/mcp_oauth_validate")).ShouldBeRefused("only mcp_oauth");
        (await api.PostAsync($"{oauth}/mcp_oauth_validate")).ShouldBeRefused("archived");
        (await api.PostAsync($"{vault}/credentials/vcrd_none/mcp_oauth_validate")).ShouldBeMissing();
    }

    private static async Task<string> CreateAsync(TestApi api, string more)
    {
        var vault = (await api.PostAsync("/v1/vaults", """{"display_name":"a"}""")).Id;
        var credential = await api.PostAsync($"/v1/vaults/{vault}/credentials", $$$"""{"auth":{"type":"mcp_oauth","mcp_server_url":"https://mcp.example.com","access_token":"t"{{{more}}}}}""");
        return $"/v1/vaults/{vault}/credentials/{credential.ShouldSucceed().Id}";
    }
}
