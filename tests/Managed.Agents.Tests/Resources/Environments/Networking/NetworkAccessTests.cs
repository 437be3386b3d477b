using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Environments.Networking;

public sealed class NetworkAccessTests : EmulatorTest
{
    [Fact]
    public void Limited_allows_only_the_listed_hosts_and_an_empty_list_blocks_all()
    {
        Json(NetworkAccess.Limited("api.example.com", "*.example.org")).ShouldBe("""{"type":"limited","allowed_hosts":["api.example.com","*.example.org"]}""");
        Json(NetworkAccess.Limited()).ShouldBe("""{"type":"limited","allowed_hosts":[]}""");
        Json(NetworkAccess.Limited("api.example.com") with { AllowMcpServers = true }).ShouldBe("""{"type":"limited","allowed_hosts":["api.example.com"],"allow_mcp_servers":true}""");
    }

    [Fact]
    public async Task The_service_stores_the_allowed_hosts()
    {
        var environment = await Client.Environments.CreateAsync(new() { Name = "e", Config = new CloudEnvironmentConfig { Networking = NetworkAccess.Limited("api.example.com") } });

        var network = environment.Config.ShouldBeOfType<CloudEnvironmentConfig>().Networking.ShouldBeOfType<LimitedNetwork>();
        network.AllowedHosts.ShouldBe(["api.example.com"]);
    }

    private static string Json(NetworkAccess access) => JsonSerializer.Serialize(access, ManagedAgentsJson.Options);
}
