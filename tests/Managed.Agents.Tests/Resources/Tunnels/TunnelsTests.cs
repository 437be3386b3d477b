using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Tunnels;

public sealed class TunnelsTests
{
    private const string Token = """{"type":"tunnel_token","id":"ttok_1","tunnel_token":"tt-0123456789"}""";

    [Fact]
    public async Task Reading_the_token_changes_nothing_and_is_repeated()
    {
        await using var server = await StubServer.StartAsync(Answers.Error(500), Answers.Json(Token));
        using var client = Clients.To(server);

        var token = await client.Tunnels.RevealTokenAsync("tnl_1").Guarded();

        token.Token.Reveal().ShouldBe("tt-0123456789");
        token.ToString().ShouldNotContain("tt-0123456789");
        server.Requests.ShouldAllBe(static request => request.Method == "POST" && request.Body == "" && request.Header("anthropic-beta") == "mcp-tunnels-2026-06-22");
    }

    [Fact]
    public async Task Replacing_the_token_is_not_repeated()
    {
        await using var server = await StubServer.StartAsync(Answers.Error(500), Answers.Json(Token));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Tunnels.RotateTokenAsync("tnl_1").Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Request.Body.ShouldBe("{}");
    }
}
