namespace Managed.Agents.Emulator.Tests;

public sealed class CredentialTests
{
    [Theory]
    [InlineData(CredentialApi.OAuth)]
    [InlineData(CredentialApi.Variable)]
    [InlineData(CredentialApi.Bearer)]
    public async Task Secrets_are_never_returned(string auth)
    {
        await using var api = await CredentialApi.StartAsync();
        var vault = await api.CreateVaultAsync();

        var made = (await api.CreateCredentialAsync(vault, auth)).ShouldSucceed();
        Answer[] answers = [made, await api.GetAsync($"/v1/vaults/{vault}/credentials/{made.Id}"), await api.GetAsync($"/v1/vaults/{vault}/credentials"), await api.PostAsync($"/v1/vaults/{vault}/credentials/{made.Id}/archive")];

        made.Id.ShouldStartWith("vcrd_01");
        made.Text("vault_id").ShouldBe(vault);
        answers.ShouldAllBe(static answer => answer.Status == 200 && !answer.Body.ToJsonString().Contains("SECRET"));
    }

    [Fact]
    public async Task The_non_secret_OAuth_fields_are_returned()
    {
        await using var api = await CredentialApi.StartAsync();

        var made = (await api.CreateCredentialAsync(await api.CreateVaultAsync(), CredentialApi.OAuth)).ShouldSucceed();

        made.Text("auth.expires_at").ShouldBe("2027-01-01T00:00:00.000000Z");
        made.Text("auth.refresh.client_id").ShouldBe("client");
        made.Text("auth.refresh.token_endpoint_auth.type").ShouldBe("client_secret_post");
        made.Text("auth.refresh.scope").ShouldBe("read");
    }

    [Theory]
    [InlineData("""{"type":"static_bearer","token":"t"}""", "auth.mcp_server_url: field required")]
    [InlineData("""{"type":"static_bearer","mcp_server_url":"mcp.example.com","token":"t"}""", "auth.mcp_server_url")]
    [InlineData("""{"type":"basic","token":"t"}""", "auth.type: unknown value")]
    [InlineData("""{"type":"mcp_oauth","mcp_server_url":"https://a.example","access_token":"t","expires_at":"2026-11-21T09:00:00Z"}""", "auth.expires_at: must be in the future")]
    [InlineData("""{"type":"mcp_oauth","mcp_server_url":"https://a.example","access_token":"t","refresh":{"client_id":"c","refresh_token":"r","token_endpoint":"nowhere","token_endpoint_auth":{"type":"none"}}}""", "auth.refresh.token_endpoint")]
    [InlineData("""{"type":"environment_variable","secret_name":"K","secret_value":"v","networking":{"type":"limited","allowed_hosts":["https://a.example"]}}""", "allowed_hosts[0]")]
    [InlineData("""{"type":"environment_variable","secret_name":"K","secret_value":"v","networking":{"type":"limited","allowed_hosts":["a.example:80"]}}""", "allowed_hosts[0]")]
    [InlineData("""{"type":"environment_variable","secret_name":"K","secret_value":"v","networking":{"type":"limited","allowed_hosts":["::1"]}}""", "allowed_hosts[0]")]
    [InlineData("""{"type":"environment_variable","secret_name":"K","secret_value":"v","networking":{"type":"unrestricted"},"injection_location":null}""", "auth.injection_location: must not be null")]
    [InlineData("""{"type":"environment_variable","secret_name":"K","secret_value":"v","networking":{"type":"unrestricted"},"injection_location":{}}""", "at least one of header and body")]
    public async Task An_invalid_credential_is_rejected(string auth, string message)
    {
        await using var api = await CredentialApi.StartAsync();

        (await api.CreateCredentialAsync(await api.CreateVaultAsync(), auth)).ShouldBeRefused(message);
    }

    [Fact]
    public async Task An_environment_variable_with_more_than_16_hosts_is_rejected()
    {
        await using var api = await CredentialApi.StartAsync();
        var hosts = string.Join(',', Enumerable.Range(0, 17).Select(static i => $"\"h{i}.example\""));

        var answer = await api.CreateCredentialAsync(await api.CreateVaultAsync(), $$$"""{"type":"environment_variable","secret_name":"K","secret_value":"v","networking":{"type":"limited","allowed_hosts":[{{{hosts}}}]}}""");

        answer.ShouldBeRefused("at most 16 items");
    }

    [Theory]
    [InlineData("", true, true)]
    [InlineData(""","injection_location":{"header":true}""", true, false)]
    [InlineData(""","injection_location":{"body":true}""", false, true)]
    public async Task A_new_environment_variable_uses_the_requested_injection_location_or_both(string location, bool header, bool body)
    {
        await using var api = await CredentialApi.StartAsync();

        var made = await api.CreateCredentialAsync(await api.CreateVaultAsync(), $$$"""{"type":"environment_variable","secret_name":"K","secret_value":"v","networking":{"type":"unrestricted"}{{{location}}}}""");

        made.Body.At("auth.injection_location.header")!.GetValue<bool>().ShouldBe(header);
        made.Body.At("auth.injection_location.body")!.GetValue<bool>().ShouldBe(body);
    }

    [Theory]
    [InlineData(CredentialApi.Bearer, """{"type":"static_bearer","mcp_server_url":"HTTPS://MCP.Example.com:443/","token":"t"}""")]
    [InlineData(CredentialApi.Bearer, """{"type":"mcp_oauth","mcp_server_url":"https://mcp.example.com","access_token":"t"}""")]
    [InlineData(CredentialApi.Variable, CredentialApi.Variable)]
    public async Task A_duplicate_key_is_rejected_until_its_credential_is_archived(string auth, string twin)
    {
        await using var api = await CredentialApi.StartAsync();
        var vault = await api.CreateVaultAsync();
        var first = (await api.CreateCredentialAsync(vault, auth)).Id;

        (await api.CreateCredentialAsync(vault, twin)).ShouldFail(409, "conflict_error", first);
        (await api.CreateCredentialAsync(await api.CreateVaultAsync(), twin)).ShouldSucceed();
        await api.PostAsync($"/v1/vaults/{vault}/credentials/{first}/archive");
        var second = (await api.CreateCredentialAsync(vault, twin)).ShouldSucceed();

        (await api.GetAsync($"/v1/vaults/{vault}/credentials")).Ids().ShouldBe([second.Id]);
        (await api.GetAsync($"/v1/vaults/{vault}/credentials?include_archived=true")).Ids().ShouldBe([second.Id, first]);
    }

    [Fact]
    public async Task Different_paths_ports_and_subdomains_are_different_servers()
    {
        await using var api = await CredentialApi.StartAsync();
        var vault = await api.CreateVaultAsync();

        foreach (var url in new[] { "https://mcp.example.com", "https://mcp.example.com/a", "https://mcp.example.com:8443", "https://eu.mcp.example.com" })
        {
            (await api.CreateCredentialAsync(vault, $$"""{"type":"static_bearer","mcp_server_url":"{{url}}","token":"t"}""")).ShouldSucceed();
        }
    }

    [Fact]
    public async Task A_vault_accepts_at_most_20_active_credentials()
    {
        await using var api = await CredentialApi.StartAsync();
        var vault = await api.CreateVaultAsync();
        var last = "";
        for (var i = 0; i < 20; i++)
        {
            last = (await CreateNumberedAsync(i)).ShouldSucceed().Id;
        }

        (await CreateNumberedAsync(20)).ShouldBeRefused("20 active credentials");
        await api.PostAsync($"/v1/vaults/{vault}/credentials/{last}/archive");
        (await CreateNumberedAsync(20)).ShouldSucceed();

        Task<Answer> CreateNumberedAsync(int i) => api.CreateCredentialAsync(vault, $$"""{"type":"static_bearer","mcp_server_url":"https://{{i}}.example.com","token":"t"}""");
    }

    [Fact]
    public async Task A_deleted_credential_is_404_and_a_credential_belongs_to_one_vault()
    {
        await using var api = await CredentialApi.StartAsync();
        var vault = await api.CreateVaultAsync();
        var credential = (await api.CreateCredentialAsync(vault, CredentialApi.Bearer)).Id;

        (await api.GetAsync($"/v1/vaults/{await api.CreateVaultAsync()}/credentials/{credential}")).ShouldBeMissing();
        (await api.GetAsync($"/v1/vaults/vlt_none/credentials/{credential}")).ShouldBeMissing();
        var deleted = (await api.DeleteAsync($"/v1/vaults/{vault}/credentials/{credential}")).ShouldSucceed();
        deleted.Text("type").ShouldBe("vault_credential_deleted");
        (await api.GetAsync($"/v1/vaults/{vault}/credentials/{credential}")).ShouldBeMissing();
    }
}
