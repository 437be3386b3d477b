using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Vaults;

public sealed class VaultLifeTests : EmulatorTest
{
    [Fact]
    public async Task A_vault_is_created_changed_listed_archived_and_deleted()
    {
        var created = await Client.Vaults.CreateAsync(new() { DisplayName = "Ada", Metadata = new Dictionary<string, string> { ["user"] = "7" } });
        var changed = await Client.Vaults.UpdateAsync(created.Id, new() { DisplayName = "Ada L.", Metadata = new Dictionary<string, string?> { ["user"] = null } });
        (changed.DisplayName, changed.Metadata.Count).ShouldBe(("Ada L.", 0));
        (await Client.Vaults.GetAsync(created.Id)).ShouldBe(changed);

        var archived = await Client.Vaults.ArchiveAsync(created.Id);
        archived.ArchivedAt.ShouldNotBeNull();
        (await AllAsync(Client.Vaults.ListAsync())).ShouldBeEmpty();
        (await AllAsync(Client.Vaults.ListAsync(new() { IncludeArchived = true }))).ShouldBe([archived]);

        (await Client.Vaults.DeleteAsync(created.Id)).Id.ShouldBe(created.Id);
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Vaults.GetAsync(created.Id));
    }

    [Fact]
    public async Task Credentials_of_every_kind_go_in_and_their_secrets_stay_there()
    {
        var vault = await Client.Vaults.CreateAsync(new() { DisplayName = "Ada" });
        CredentialAuth[] kinds =
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

        var made = new List<VaultCredential>();
        foreach (var auth in kinds)
        {
            made.Add(await Client.Vaults.Credentials.CreateAsync(vault.Id, new() { DisplayName = auth.Type, Auth = auth }));
        }

        made[0].Auth.ShouldBe(new StaticBearerAuth { McpServerUrl = new("https://mcp.one.example/mcp") });
        var oauth = made[1].Auth.ShouldBeOfType<McpOAuthAuth>();
        oauth.AccessToken.ShouldBeNull();
        oauth.Refresh.ShouldNotBeNull().RefreshToken.ShouldBeNull();
        oauth.Refresh.TokenEndpointAuth.ShouldBe(new ClientSecretPostAuth());
        made[2].Auth.ShouldBeOfType<EnvironmentVariableAuth>().InjectionLocation.ShouldBe(new() { Header = true, Body = false });
        (await AllAsync(Client.Vaults.Credentials.ListAsync(vault.Id))).Select(static credential => credential.Id)
            .ShouldBe(made.Select(static credential => credential.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task A_secret_is_rotated_and_a_credential_gives_its_place_free()
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
    public async Task A_credential_is_tried()
    {
        var vault = await Client.Vaults.CreateAsync(new() { DisplayName = "Ada" });
        var credential = await Client.Vaults.Credentials.CreateAsync(vault.Id, new() { Auth = new McpOAuthAuth("https://mcp.two.example/mcp", "secret") });

        var validation = await Client.Vaults.Credentials.ValidateMcpOAuthAsync(vault.Id, credential.Id);

        validation.Status.ShouldBe(CredentialValidationStatus.Valid);
        (validation.CredentialId, validation.HasRefreshToken).ShouldBe((credential.Id, false));
    }
}
