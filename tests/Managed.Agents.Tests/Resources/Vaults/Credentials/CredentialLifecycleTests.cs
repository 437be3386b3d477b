using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Vaults.Credentials;

public sealed class CredentialLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task Credentials_of_every_type_are_created_without_returning_their_secrets()
    {
        var vault = await Client.Vaults.CreateAsync(new() { DisplayName = "Ada" });
        CredentialAuth[] auths =
        [
            new StaticBearerAuth("https://mcp.one.example/mcp", "secret"),
            new McpOAuthAuth("https://mcp.two.example/mcp", "secret")
            {
                ExpiresAt = Clock.GetUtcNow().AddHours(1),
                Refresh = new()
                {
                    ClientId = "client",
                    TokenEndpoint = new("https://auth.two.example/token"),
                    TokenEndpointAuth = TokenEndpointAuth.ClientSecretPost("secret"),
                    RefreshToken = "secret",
                    Scope = "read",
                },
            },
            new EnvironmentVariableAuth("NPM_TOKEN", "secret", CredentialNetworking.Limited("registry.npmjs.org")) { InjectionLocation = new() { Header = true } },
        ];

        var created = new List<VaultCredential>();
        foreach (var auth in auths)
        {
            created.Add(await Client.Vaults.Credentials.CreateAsync(vault.Id, new() { DisplayName = auth.Type, Auth = auth }));
        }

        created[0].Auth.ShouldBe(new StaticBearerAuth { McpServerUrl = new("https://mcp.one.example/mcp") });
        var oauth = created[1].Auth.ShouldBeOfType<McpOAuthAuth>();
        oauth.AccessToken.ShouldBeNull();
        oauth.Refresh.ShouldNotBeNull().RefreshToken.ShouldBeNull();
        oauth.Refresh.TokenEndpointAuth.ShouldBe(new ClientSecretPostAuth());
        created[2].Auth.ShouldBeOfType<EnvironmentVariableAuth>().InjectionLocation.ShouldBe(new() { Header = true, Body = false });
        (await AllAsync(Client.Vaults.Credentials.ListAsync(vault.Id))).Select(static credential => credential.Id)
            .ShouldBe(created.Select(static credential => credential.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task A_secret_is_rotated_and_an_archived_credential_can_be_replaced()
    {
        var vault = await Client.Vaults.CreateAsync(new() { DisplayName = "Ada" });
        var auth = new StaticBearerAuth("https://mcp.one.example/mcp", "old");
        var first = await Client.Vaults.Credentials.CreateAsync(vault.Id, new() { DisplayName = "One", Auth = auth });

        var rotated = await Client.Vaults.Credentials.UpdateAsync(vault.Id, first.Id, new() { Auth = new StaticBearerAuthUpdate { Token = "new" } });
        (rotated.Id, rotated.DisplayName).ShouldBe((first.Id, "One"));

        await FailsAsync(HttpStatusCode.Conflict, ApiErrorType.Conflict, () => Client.Vaults.Credentials.CreateAsync(vault.Id, new() { Auth = auth }));
        (await Client.Vaults.Credentials.ArchiveAsync(vault.Id, first.Id)).ArchivedAt.ShouldNotBeNull();
        var second = await Client.Vaults.Credentials.CreateAsync(vault.Id, new() { Auth = auth });

        (await Client.Vaults.Credentials.DeleteAsync(vault.Id, second.Id)).Id.ShouldBe(second.Id);
        (await AllAsync(Client.Vaults.Credentials.ListAsync(vault.Id, new() { IncludeArchived = true }))).ShouldHaveSingleItem().Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_credential_is_validated()
    {
        var vault = await Client.Vaults.CreateAsync(new() { DisplayName = "Ada" });
        var credential = await Client.Vaults.Credentials.CreateAsync(vault.Id, new() { Auth = new McpOAuthAuth("https://mcp.two.example/mcp", "secret") });

        var validation = await Client.Vaults.Credentials.ValidateMcpOAuthAsync(vault.Id, credential.Id);

        validation.Status.ShouldBe(CredentialValidationStatus.Valid);
        (validation.CredentialId, validation.HasRefreshToken).ShouldBe((credential.Id, false));
    }
}
