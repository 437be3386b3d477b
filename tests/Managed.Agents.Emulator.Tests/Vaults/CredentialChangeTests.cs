namespace Managed.Agents.Emulator.Tests;

public sealed class CredentialChangeTests
{
    [Fact]
    public async Task An_injection_location_update_is_merged_and_must_keep_at_least_one_location()
    {
        await using var api = await CredentialApi.StartAsync();
        var vault = await api.CreateVaultAsync();
        var credential = (await api.CreateCredentialAsync(vault, CredentialApi.Variable)).Id;

        var changed = (await api.ChangeCredentialAsync(vault, credential, """{"type":"environment_variable","injection_location":{"body":false}}""")).ShouldSucceed();

        changed.Body.At("auth.injection_location")!.ToJsonString().ShouldBe("""{"header":true,"body":false}""");
        (await api.ChangeCredentialAsync(vault, credential, """{"type":"environment_variable","injection_location":{"header":false}}""")).ShouldBeRefused("at least one");
        (await api.ChangeCredentialAsync(vault, credential, """{"type":"environment_variable","injection_location":null}""")).ShouldBeRefused("must not be null");
        var open = await api.ChangeCredentialAsync(vault, credential, """{"type":"environment_variable","networking":{"type":"unrestricted"},"secret_value":"SECRET-6"}""");
        open.Body.At("auth.networking")!.ToJsonString().ShouldBe("""{"type":"unrestricted"}""");
    }

    [Fact]
    public async Task The_identifying_fields_of_a_credential_cannot_be_changed()
    {
        await using var api = await CredentialApi.StartAsync();
        var vault = await api.CreateVaultAsync();
        var bearer = (await api.CreateCredentialAsync(vault, CredentialApi.Bearer)).Id;
        var oauth = (await api.CreateCredentialAsync(vault, CredentialApi.OAuth)).Id;
        var variable = (await api.CreateCredentialAsync(vault, CredentialApi.Variable)).Id;

        (await api.ChangeCredentialAsync(vault, bearer, """{"type":"mcp_oauth","access_token":"t"}""")).ShouldBeRefused("auth.type: is static_bearer");
        (await api.ChangeCredentialAsync(vault, bearer, """{"type":"static_bearer","mcp_server_url":"https://other.example"}""")).ShouldBeRefused("mcp_server_url: unknown field");
        (await api.ChangeCredentialAsync(vault, variable, """{"type":"environment_variable","secret_name":"OTHER"}""")).ShouldBeRefused("secret_name: unknown field");
        (await api.ChangeCredentialAsync(vault, oauth, """{"type":"mcp_oauth","refresh":{"client_id":"other"}}""")).ShouldBeRefused("client_id: unknown field");
        (await api.ChangeCredentialAsync(vault, oauth, """{"type":"mcp_oauth","refresh":{"token_endpoint":"https://other.example"}}""")).ShouldBeRefused("token_endpoint: unknown field");
    }

    [Fact]
    public async Task An_OAuth_credential_can_be_rotated()
    {
        await using var api = await CredentialApi.StartAsync();
        var vault = await api.CreateVaultAsync();
        var credential = (await api.CreateCredentialAsync(vault, CredentialApi.OAuth)).Id;

        var changed = (await api.ChangeCredentialAsync(vault, credential, """
            {"type":"mcp_oauth","access_token":"SECRET-7","refresh":{"refresh_token":"SECRET-8","scope":"","token_endpoint_auth":{"type":"client_secret_basic","client_secret":"SECRET-9"}}}
            """)).ShouldSucceed();

        changed.Body.ToJsonString().ShouldNotContain("SECRET-", Case.Sensitive);
        changed.Text("auth.expires_at").ShouldBe("2027-01-01T00:00:00.000000Z");
        changed.Text("auth.refresh.scope").ShouldBeNull();
        changed.Text("auth.refresh.token_endpoint_auth.type").ShouldBe("client_secret_post");
        (await api.ChangeCredentialAsync(vault, credential, """{"type":"mcp_oauth","expires_at":"2020-01-01T00:00:00Z"}""")).ShouldBeRefused("must be in the future");
        (await api.ChangeCredentialAsync(vault, credential, """{"type":"mcp_oauth","expires_at":null}""")).Body.At("auth.expires_at").ShouldBeNull();
    }

    [Fact]
    public async Task A_refresh_or_a_client_secret_cannot_be_added_later()
    {
        await using var api = await CredentialApi.StartAsync();
        var vault = await api.CreateVaultAsync();
        var bare = (await api.CreateCredentialAsync(vault, """{"type":"mcp_oauth","mcp_server_url":"https://a.example","access_token":"t"}""")).Id;
        var open = (await api.CreateCredentialAsync(vault, """{"type":"mcp_oauth","mcp_server_url":"https://b.example","access_token":"t","refresh":{"client_id":"c","refresh_token":"r","token_endpoint":"https://t.example","token_endpoint_auth":{"type":"none"}}}""")).Id;

        (await api.ChangeCredentialAsync(vault, bare, """{"type":"mcp_oauth","refresh":{"refresh_token":"r"}}""")).ShouldBeRefused("auth.refresh");
        (await api.ChangeCredentialAsync(vault, open, """{"type":"mcp_oauth","refresh":{"token_endpoint_auth":{"type":"client_secret_post","client_secret":"s"}}}""")).ShouldBeRefused("token_endpoint_auth: the stored type is none");
    }

    [Fact]
    public async Task Names_and_metadata_can_be_changed_unless_the_credential_is_archived()
    {
        await using var api = await CredentialApi.StartAsync();
        var vault = await api.CreateVaultAsync();
        var path = $"/v1/vaults/{vault}/credentials/{(await api.CreateCredentialAsync(vault, CredentialApi.Bearer)).Id}";

        var changed = (await api.PostAsync(path, """{"display_name":"Mine","metadata":{"a":"1"}}""")).ShouldSucceed();
        changed.Text("display_name").ShouldBe("Mine");
        (await api.PostAsync(path, """{"display_name":null}"""))["display_name"].ShouldBeNull();

        var archived = await api.PostAsync($"{path}/archive");
        (await api.PostAsync($"{path}/archive")).Text("archived_at").ShouldBe(archived.Text("archived_at"));
        (await api.PostAsync(path, """{"display_name":"b"}""")).ShouldBeRefused("archived");
    }
}
