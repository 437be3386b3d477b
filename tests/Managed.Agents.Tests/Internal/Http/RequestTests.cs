using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http;

/// <summary>The requests that the client sends.</summary>
public sealed class RequestTests
{
    public static TheoryData<string> Every => Theories.Of(Call.Every);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_call_sends_the_key_the_version_and_the_user_agent(string name)
    {
        var call = Call.Named(name);
        using var server = MockServer.Start(call.Success);
        using var client = Clients.To(server);

        await call.RunAsync(client, default).Guarded();

        var request = server.Request;
        request.Header("authorization").ShouldBe($"Bearer {Clients.ApiKey}");
        request.Header("x-api-key").ShouldBeNull();
        request.Header("anthropic-version").ShouldBe("2026-10-21");
        request.Header("user-agent").ShouldNotBeNull().ShouldStartWith("Managed.Agents/");
        request.Header("accept").ShouldBe("application/json");
        request.Header("anthropic-workspace-id").ShouldBeNull();
        request.Header("cookie").ShouldBeNull();
    }

    [Fact]
    public async Task A_body_is_sent_as_JSON_with_a_content_length()
    {
        using var server = MockServer.Start(Responses.Json("""{"data":[]}"""));
        using var client = Clients.To(server);

        await client.Sessions.Events.SendAsync("sesn_1", "Grüße 👋").Guarded();

        server.Request.Method.ShouldBe("POST");
        server.Request.Target.ShouldBe("/v1/sessions/sesn_1/events");
        server.Request.Header("content-type").ShouldBe("application/json");
        server.Request.Header("transfer-encoding").ShouldBeNull();
        var text = JsonElement.Parse(server.Request.Body).GetProperty("events")[0].GetProperty("content")[0].GetProperty("text");
        text.GetString().ShouldBe("Grüße 👋");
    }

    [Theory]
    [InlineData("archive", "POST")]
    [InlineData("delete", "DELETE")]
    [InlineData("run deployment", "POST")]
    public async Task A_write_without_a_body_has_content_length_zero_and_no_content_type(string name, string method)
    {
        var call = Call.Named(name);
        using var server = MockServer.Start(call.Success);
        using var client = Clients.To(server);

        await call.RunAsync(client, default).Guarded();

        server.Request.Method.ShouldBe(method);
        server.Request.Body.ShouldBeEmpty();
        server.Request.Header("content-length").ShouldBe("0");
        server.Request.Header("content-type").ShouldBeNull();
    }

    [Fact]
    public async Task A_bearer_token_is_sent_with_the_beta_value_it_needs()
    {
        using var server = MockServer.Start(Responses.Agent(), Responses.Agent());
        using var client = Clients.To(server, static options =>
        {
            options.ApiKey = null;
            options.AuthToken = "token-of-an-identity";
        });

        await client.Agents.GetAsync("agent_1").Guarded();
        await client.With(new CallOptions { Betas = ["oauth-2025-04-20"] }).Agents.GetAsync("agent_1").Guarded();

        server.Requests.ShouldAllBe(static request => request.Header("authorization") == "Bearer token-of-an-identity");
        server.Requests[0].Header("anthropic-beta").ShouldBe("managed-agents-2026-04-01,oauth-2025-04-20");
        server.Requests[1].Header("anthropic-beta").ShouldBe("oauth-2025-04-20,managed-agents-2026-04-01");
    }

    [Fact]
    public async Task A_retry_does_not_duplicate_the_credential_or_the_beta_value()
    {
        using var server = MockServer.Start(Responses.Error(429), Responses.Error(429), Responses.Agent());
        using var client = Clients.To(server, static options =>
        {
            options.ApiKey = null;
            options.AuthToken = "token";
        });

        await client.Agents.GetAsync("agent_1").Guarded();

        server.Requests.Select(static request => request.Header("anthropic-beta")).Distinct().ShouldHaveSingleItem();
        server.Requests.ShouldAllBe(static request => request.Header("authorization") == "Bearer token");
    }

    [Theory]
    [InlineData("", "/v1/agents/agent_1")]
    [InlineData("/", "/v1/agents/agent_1")]
    [InlineData("/gateway", "/gateway/v1/agents/agent_1")]
    [InlineData("/gateway/", "/gateway/v1/agents/agent_1")]
    [InlineData("/a%20b/c", "/a%20b/c/v1/agents/agent_1")]
    public async Task A_base_address_can_have_a_path(string path, string target)
    {
        await using var server = await KestrelServer.StartAsync(Responses.Agent());
        using var client = Clients.To(new Uri(server.Address.ToString().TrimEnd('/') + path));

        await client.Agents.GetAsync("agent_1").Guarded();

        server.Request.Target.ShouldBe(target);
    }

    [Theory]
    [InlineData("sesn_01", "sesn_01")]
    [InlineData("a b", "a%20b")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("ü", "%C3%BC")]
    [InlineData("a:b@c", "a:b@c")]
    [InlineData("a;b", "a;b")]
    [InlineData("a.b", "a.b")]
    public async Task An_id_is_escaped_to_one_path_segment(string id, string segment)
    {
        await using var server = await KestrelServer.StartAsync(Responses.Agent());
        using var client = Clients.To(server);

        await client.Agents.GetAsync(id).Guarded();

        server.Request.Target.ShouldBe($"/v1/agents/{segment}");
    }

    [Fact]
    public async Task Rate_limit_headers_and_the_request_id_are_available_after_a_success()
    {
        RawResponse? seen = null;
        using var server = MockServer.Start(Responses.Agent(("request-id", "req_1"), ("anthropic-ratelimit-requests-remaining", "41")));
        using var client = Clients.To(server);

        await client.With(new CallOptions { OnResponse = response => seen = response }).Agents.GetAsync("agent_1").Guarded();

        seen.ShouldNotBeNull().RequestId.ShouldBe("req_1");
        seen.Headers.GetValues("anthropic-ratelimit-requests-remaining").ShouldBe(["41"]);
        seen.ContentHeaders.ContentType!.MediaType.ShouldBe("application/json");
        seen.ReadJson().GetProperty("id").GetString().ShouldBe("agent_1");
        ((int)seen.StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task A_compressed_response_is_decompressed()
    {
        using var server = MockServer.Start(Responses.Gzip("application/json", Responses.AgentJson));
        using var client = Clients.To(server);

        (await client.Agents.GetAsync("agent_1").Guarded()).Id.ShouldBe("agent_1");

        server.Request.Header("accept-encoding").ShouldNotBeNull().ShouldContain("gzip");
    }

    [Fact]
    public async Task Cookies_are_not_stored()
    {
        using var server = MockServer.Start(Responses.Agent(("set-cookie", "session=1")), Responses.Agent());
        using var client = Clients.To(server);

        await client.Agents.GetAsync("agent_1").Guarded();
        await client.Agents.GetAsync("agent_1").Guarded();

        server.Requests[1].Header("cookie").ShouldBeNull();
    }
}
