using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Tunnels;

public sealed class TunnelRequestTests
{
    private const string Token = """{"type":"tunnel_token","id":"ttok_1","tunnel_token":"tt-0123456789"}""";

    [Fact]
    public async Task Revealing_the_token_is_retried()
    {
        using var server = MockServer.Start(Responses.Error(500), Responses.Json(Token));
        using var client = Clients.To(server);

        var token = await client.Tunnels.RevealTokenAsync("tnl_1").Guarded();

        token.Token.Reveal().ShouldBe("tt-0123456789");
        token.ToString().ShouldNotContain("tt-0123456789");
        server.Requests.ShouldAllBe(static request => request.Method == "POST" && request.Body == "" && request.Header("anthropic-beta") == "mcp-tunnels-2026-06-22");
    }

    [Fact]
    public async Task Rotating_the_token_is_not_retried()
    {
        using var server = MockServer.Start(Responses.Error(500), Responses.Json(Token));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Tunnels.RotateTokenAsync("tnl_1").Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Request.Body.ShouldBe("{}");
    }
}
