using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Primitives;

public sealed class SecretStringTests
{
    private const string Planted = "ghp_planted_secret";

    private static readonly GitHubRepositoryResource Repository = new() { Url = new("https://github.com/a/b"), AuthorizationToken = Planted };

    [Fact]
    public void A_secret_is_not_printed()
    {
        Repository.ToString().ShouldNotContain(Planted);
        $"{Repository.AuthorizationToken}".ShouldBe("***");
        new SessionCreateRequest { Agent = "agent_1", EnvironmentId = "env_1", Resources = [Repository] }.ToString().ShouldNotContain(Planted);
    }

    [Fact]
    public void The_public_options_do_not_serialize_a_secret()
    {
        JsonSerializer.Serialize<SessionResource>(Repository, ManagedAgentsJson.Options).ShouldNotContain(Planted);
        JsonSerializer.Serialize(Repository.AuthorizationToken, ManagedAgentsJson.Options).ShouldBe("null");
        JsonSerializer.Serialize(Repository.AuthorizationToken).ShouldBe("null");
    }

    [Fact]
    public void Reveal_returns_the_secret() => Repository.AuthorizationToken!.Reveal().ShouldBe(Planted);

    [Fact]
    public void Options_print_no_credential()
    {
        new ManagedAgentsOptions { ApiKey = Planted, WebhookSigningKey = Planted }.ToString().ShouldNotContain(Planted);
        new CallOptions { Headers = new Dictionary<string, string> { ["x-gateway-key"] = Planted } }.ToString().ShouldNotContain(Planted);
    }

    [Theory]
    [InlineData(typeof(SessionResource), """{"type":"github_repository","url":5,"authorization_token":"ghp_planted_secret","more":[{"authorization_token":"ghp_planted_secret"}]}""")]
    [InlineData(typeof(CredentialAuth), """{"type":"static_bearer","mcp_server_url":5,"token":"ghp_planted_secret"}""")]
    [InlineData(typeof(CredentialAuth), """{"type":"mcp_oauth","mcp_server_url":5,"access_token":"ghp_planted_secret","refresh":{"refresh_token":"ghp_planted_secret"}}""")]
    [InlineData(typeof(CredentialAuth), """{"type":"environment_variable","secret_name":5,"secret_value":"ghp_planted_secret"}""")]
    [InlineData(typeof(CredentialAuthUpdate), """{"type":"static_bearer","token":"ghp_planted_secret","metadata":1,"type2":0}""")]
    [InlineData(typeof(TokenEndpointAuth), """{"type":"client_secret_tomorrow","client_secret":"ghp_planted_secret"}""")]
    public void A_secret_in_an_unreadable_object_is_not_exposed(Type family, string json)
    {
        var read = JsonSerializer.Deserialize(json, family, ManagedAgentsJson.Options)!;

        $"{read}".ShouldNotContain(Planted);
        JsonSerializer.Serialize(read, family, ManagedAgentsJson.Options).ShouldNotContain(Planted);
        JsonSerializer.Serialize(read, read.GetType(), ManagedAgentsJson.Options).ShouldNotContain(Planted);
    }
}
