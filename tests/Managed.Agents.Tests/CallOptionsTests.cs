using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests;

/// <summary>Options of single calls: beta values, a workspace, headers and a response callback.</summary>
public sealed class CallOptionsTests
{
    [Fact]
    public async Task Beta_values_are_sent_before_the_value_of_the_resource_without_duplicates()
    {
        using var server = MockServer.Start(Responses.Agent(), Responses.Agent());
        using var client = Clients.To(server);

        await client.With(new CallOptions { Betas = ["first-2026", "managed-agents-2026-04-01", "second-2026", "first-2026"] }).Agents.GetAsync("agent_1").Guarded();
        await client.Agents.GetAsync("agent_1").Guarded();

        server.Requests[0].Header("anthropic-beta").ShouldBe("first-2026,managed-agents-2026-04-01,second-2026");
        server.Requests[1].Header("anthropic-beta").ShouldBe("managed-agents-2026-04-01", "the original client is unchanged");
    }

    [Fact]
    public async Task A_workspace_overrides_the_workspace_of_the_client()
    {
        using var server = MockServer.Start(Responses.Agent(), Responses.Agent());
        using var client = Clients.To(server, static options => options.WorkspaceId = "wrkspc_1");

        await client.Agents.GetAsync("agent_1").Guarded();
        await client.With(new CallOptions { WorkspaceId = "wrkspc_2" }).Agents.GetAsync("agent_1").Guarded();

        server.Requests.Select(static request => request.Header("anthropic-workspace-id")).ShouldBe(["wrkspc_1", "wrkspc_2"]);
    }

    [Fact]
    public async Task Headers_are_sent_with_every_attempt()
    {
        using var server = MockServer.Start(Responses.Error(503), Responses.Agent());
        using var client = Clients.To(server);

        await client.With(new CallOptions { Headers = new Dictionary<string, string> { ["x-gateway"] = "blue", ["Date"] = "not a date" } }).Agents.GetAsync("agent_1").Guarded();

        server.Requests.Count.ShouldBe(2);
        server.Requests.ShouldAllBe(static request => request.Header("x-gateway") == "blue" && request.Header("date") == "not a date");
    }

    [Fact]
    public async Task Options_are_merged_with_earlier_options_and_override_them()
    {
        using var server = MockServer.Start(Responses.Agent());
        using var client = Clients.To(server);
        var outer = new CallOptions { WorkspaceId = "wrkspc_1", Betas = ["a"], Headers = new Dictionary<string, string> { ["x-one"] = "1", ["x-two"] = "2" } };
        var inner = new CallOptions { Betas = ["b"], Headers = new Dictionary<string, string> { ["X-Two"] = "two" } };

        await client.With(outer).With(inner).Agents.GetAsync("agent_1").Guarded();

        server.Request.Header("anthropic-workspace-id").ShouldBe("wrkspc_1");
        server.Request.Header("anthropic-beta").ShouldStartWith("a,b,");
        server.Request.Header("x-one").ShouldBe("1");
        server.Request.Header("x-two").ShouldBe("two");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task The_callback_gets_only_the_last_response_even_if_it_is_an_error(int status)
    {
        var seen = new List<RawResponse>();
        using var server = MockServer.Start(Responses.Error(503, headers: ("request-id", "req_1")), Responses.Error(status, headers: ("request-id", "req_2")));
        using var client = Clients.To(server, static options => options.Resilience!.MaxRetryAttempts = 1);

        await Should.ThrowAsync<ManagedAgentsApiException>(
            () => client.With(new CallOptions { OnResponse = seen.Add }).Agents.GetAsync("agent_1").Guarded());

        var response = seen.ShouldHaveSingleItem();
        response.StatusCode.ShouldBe((HttpStatusCode)status);
        response.RequestId.ShouldBe("req_2");
        response.ReadJson().GetProperty("type").GetString().ShouldBe("error");
    }

    [Fact]
    public async Task The_callback_gets_the_response_that_opens_a_stream_without_its_body()
    {
        RawResponse? seen = null;
        using var server = MockServer.Start(Responses.Sse(Streams.Idle, ("request-id", "req_1")));
        using var client = Clients.To(server);

        var end = await Streams.ReadToEndAsync(await client.With(new CallOptions { OnResponse = response => seen = response }).StreamAsync());

        end.ShouldEndNormally().ShouldHaveSingleItem();
        seen.ShouldNotBeNull().RequestId.ShouldBe("req_1");
        seen.Body.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("get")]
    [InlineData("stream")]
    public async Task An_exception_from_the_callback_reaches_the_caller(string name)
    {
        var call = Call.Named(name);
        using var server = MockServer.Start(call.Success);
        using var client = Clients.To(server);
        var thrown = new InvalidOperationException("mine");

        var error = await Should.ThrowAsync<InvalidOperationException>(
            () => call.RunAsync(client.With(new CallOptions { OnResponse = _ => throw thrown }), default).Guarded());

        error.ShouldBeSameAs(thrown);
    }

    [Theory]
    [InlineData("Authorization", "ApiKey")]
    [InlineData("x-api-key", "ApiKey")]
    [InlineData("ANTHROPIC-BETA", "CallOptions.Betas")]
    [InlineData("anthropic-version", "version")]
    [InlineData("anthropic-workspace-id", "CallOptions.WorkspaceId")]
    [InlineData("host", "BaseAddress")]
    [InlineData("Content-Length", "client itself")]
    [InlineData("transfer-encoding", "client itself")]
    [InlineData("content-encoding", "request header")]
    [InlineData("", "request header")]
    [InlineData("x y", "request header")]
    [InlineData("x\r\ny", "request header")]
    [InlineData("x:y", "request header")]
    [InlineData("größe", "request header")]
    public void A_reserved_or_invalid_header_is_rejected_with_an_alternative(string name, string alternative)
    {
        using var client = Clients.To(new Uri("https://api.example"));

        var error = Should.Throw<ArgumentException>(() => client.With(new CallOptions { Headers = new Dictionary<string, string> { [name] = "secret-value" } }));

        error.Message.ShouldContain(alternative);
        error.Message.ShouldContain("CallOptions.Headers");
        error.ToString().ShouldNotContain("secret-value");
        error.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("a\r\nx-injected: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("ü")]
    [InlineData(" padded ")]
    [InlineData("")]
    [InlineData(null)]
    public void An_invalid_header_value_is_rejected_and_not_shown(string? value)
    {
        using var client = Clients.To(new Uri("https://api.example"));

        foreach (var options in new[]
        {
            new CallOptions { Headers = new Dictionary<string, string> { ["x-mine"] = value! } },
            new CallOptions { Betas = [value!] },
            new CallOptions { WorkspaceId = value ?? "" },
        })
        {
            var error = Should.Throw<ArgumentException>(() => client.With(options));
            error.Message.ShouldContain("CallOptions.");
            if (value?.Length > 0)
            {
                error.ToString().ShouldNotContain(value);
            }
        }
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("a b")]
    public void A_beta_value_must_be_a_single_value(string value)
    {
        using var client = Clients.To(new Uri("https://api.example"));

        Should.Throw<ArgumentException>(() => client.With(new CallOptions { Betas = [value] })).Message.ShouldContain("each value");
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-00:00:01")]
    [InlineData("60.00:00:00")]
    public void An_invalid_timeout_is_rejected(string value)
    {
        using var client = Clients.To(new Uri("https://api.example"));

        var error = Should.Throw<ArgumentException>(() => client.With(new CallOptions { Timeout = TimeSpan.Parse(value) }));

        error.Message.ShouldContain(value);
        error.Message.ShouldContain("CallOptions.Timeout");
        error.Message.ShouldContain("InfiniteTimeSpan");
    }
}
