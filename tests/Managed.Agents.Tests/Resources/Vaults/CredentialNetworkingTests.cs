using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Vaults;

public sealed class CredentialNetworkingTests
{
    [Fact]
    public void Limited_accepts_single_hosts_an_array_or_a_list()
    {
        string[] array = ["api.example.com", "*.example.org"];
        List<string> list = ["api.example.com", "*.example.org"];

        foreach (var networking in new[] { CredentialNetworking.Limited("api.example.com", "*.example.org"), CredentialNetworking.Limited(array), CredentialNetworking.Limited(list) })
        {
            JsonSerializer.Serialize(networking, ManagedAgentsJson.Options).ShouldBe("""{"type":"limited","allowed_hosts":["api.example.com","*.example.org"]}""");
        }

        var limited = CredentialNetworking.Limited(array);
        array[0] = "changed";
        limited.ShouldBe(CredentialNetworking.Limited(list));
    }
}
