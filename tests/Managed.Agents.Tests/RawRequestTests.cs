using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests;

/// <summary>Calls to endpoints that the client has no method for.</summary>
public sealed class RawRequestTests
{
    [Fact]
    public async Task A_request_is_sent_unchanged()
    {
        await using var server = await KestrelServer.StartAsync(Responses.Json("""{"ok":true}""", 201, ("request-id", "req_1")));
        using var client = Clients.To(server, static options => options.WorkspaceId = "wrkspc_1");

        var response = await client.With(new CallOptions { Betas = ["mine"] }).SendAsync(new RawRequest(HttpMethod.Patch, "/v1/things/a%20b?x[]=1&y=%2F")
        {
            Body = JsonElement.Parse("""{"a":[1,2.50,"ü"]}"""),
            Betas = ["theirs"],
        }).Guarded();

        server.Request.Method.ShouldBe("PATCH");
        server.Request.Target.ShouldBe("/v1/things/a%20b?x[]=1&y=%2F");
        server.Request.Body.ShouldBe("""{"a":[1,2.50,"ü"]}""");
        server.Request.Header("anthropic-beta").ShouldBe("mine,theirs");
        server.Request.Header("anthropic-workspace-id").ShouldBe("wrkspc_1");
        ((int)response.StatusCode).ShouldBe(201);
        response.RequestId.ShouldBe("req_1");
        response.ReadJson().GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("text/html", "<html>")]
    [InlineData("application/json", "")]
    public async Task The_response_is_returned_unchanged(string contentType, string body)
    {
        using var server = MockServer.Start(Responses.Body(contentType, System.Text.Encoding.UTF8.GetBytes(body)));
        using var client = Clients.To(server);

        var response = await client.SendAsync(new RawRequest(HttpMethod.Get, "v1/x")).Guarded();

        System.Text.Encoding.UTF8.GetString(response.Body.Span).ShouldBe(body);
        Should.Throw<JsonException>(() => response.ReadJson());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/")]
    [InlineData("//evil.example/v1")]
    [InlineData("https://evil.example/v1")]
    [InlineData("https:evil.example/v1")]
    [InlineData("http:/evil.example/v1")]
    [InlineData("file:v1")]
    [InlineData("v1:8080/agents")]
    [InlineData("v1/../agents")]
    [InlineData("..")]
    [InlineData("v1/./agents")]
    [InlineData("v1/%2e%2e/agents")]
    [InlineData("v1/%2E%2e/agents")]
    [InlineData("v1/..%2fagents")]
    [InlineData("v1/a%2f..%2f..%2fadmin")]
    [InlineData("v1/a%5c..%5cadmin")]
    [InlineData("v1//agents")]
    [InlineData("v1/agents/")]
    [InlineData("v1\\agents")]
    [InlineData("v1/agents#part")]
    [InlineData("v1/agents?x=1#part")]
    [InlineData("v1/a\r\nHost: evil")]
    [InlineData("v1/agents?x=\r\n")]
    public async Task An_unsafe_path_is_rejected_before_a_request_is_sent(string path)
    {
        await using var server = await KestrelServer.StartAsync();
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ArgumentException>(() => client.SendAsync(new RawRequest(HttpMethod.Get, path)).Guarded());

        error.Message.ShouldContain("path", Case.Insensitive);
        error.Message.ShouldNotContain("\r");
        server.Connections.ShouldBe(0);
    }

    [Theory]
    [InlineData("v1/agents/a:b", "/v1/agents/a:b")]
    [InlineData("v1/agents?url=https://x.example/../y", "/v1/agents?url=https://x.example/../y")]
    [InlineData("v1/agents?q=a b", "/v1/agents?q=a%20b")]
    [InlineData("v1/a%2Fb", "/v1/a%2Fb")]
    public async Task An_unusual_but_valid_path_is_sent(string path, string target)
    {
        await using var server = await KestrelServer.StartAsync(Responses.Agent());
        using var client = Clients.To(server);

        await client.SendAsync(new RawRequest(HttpMethod.Get, path)).Guarded();

        server.Request.Target.ShouldBe(target);
    }

    [Fact]
    public async Task An_invalid_beta_value_is_rejected()
    {
        await using var server = await KestrelServer.StartAsync();
        using var client = Clients.To(server);

        await Should.ThrowAsync<ArgumentException>(() => client.SendAsync(new RawRequest(HttpMethod.Get, "v1/x") { Betas = ["a\r\nb"] }).Guarded());

        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_null_request_is_rejected()
    {
        using var client = Clients.To(new Uri("https://api.example"));

        await Should.ThrowAsync<ArgumentNullException>(() => client.SendAsync(null!).Guarded());
    }
}
