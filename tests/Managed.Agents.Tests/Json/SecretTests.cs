using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Json;

public sealed class SecretTests
{
    private const string Planted = "ghp_planted_secret";

    private static readonly GitHubRepositoryResource Repository = new() { Url = "https://github.com/a/b", AuthorizationToken = Planted };

    [Fact]
    public void A_secret_is_not_printed()
    {
        Repository.ToString().ShouldNotContain(Planted);
        $"{Repository.AuthorizationToken}".ShouldBe("***");
        new SessionCreateRequest { Agent = "agent_1", EnvironmentId = "env_1", Resources = [Repository] }.ToString().ShouldNotContain(Planted);
    }

    [Fact]
    public void A_secret_is_not_written_by_the_public_options()
    {
        JsonSerializer.Serialize<SessionResource>(Repository, ManagedAgentsJson.Options).ShouldNotContain(Planted);
        JsonSerializer.Serialize(Repository.AuthorizationToken, ManagedAgentsJson.Options).ShouldBe("null");
        JsonSerializer.Serialize(Repository.AuthorizationToken).ShouldBe("null");
    }

    [Fact]
    public void A_secret_is_read_by_asking_for_it() => Repository.AuthorizationToken!.Reveal().ShouldBe(Planted);

    [Fact]
    public void Options_print_no_credential()
    {
        new ManagedAgentsOptions { ApiKey = Planted, WebhookSigningKey = Planted }.ToString().ShouldNotContain(Planted);
        new CallOptions { Headers = new Dictionary<string, string> { ["x-gateway-key"] = Planted } }.ToString().ShouldNotContain(Planted);
    }
}
