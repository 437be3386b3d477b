using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http;

/// <summary>What single calls need: beta values, a workspace, headers, a look at the answer.</summary>
public sealed class CallOptionsTests
{
    [Fact]
    public async Task Beta_values_go_out_before_that_of_the_resource_and_each_once()
    {
        await using var server = await StubServer.StartAsync(Answers.Agent(), Answers.Agent());
        using var client = Clients.To(server);

        await client.With(new CallOptions { Betas = ["first-2026", "managed-agents-2026-04-01", "second-2026", "first-2026"] }).Agents.GetAsync("agent_1").Guarded();
        await client.Agents.GetAsync("agent_1").Guarded();

        server.Requests[0].Header("anthropic-beta").ShouldBe("first-2026,managed-agents-2026-04-01,second-2026");
        server.Requests[1].Header("anthropic-beta").ShouldBe("managed-agents-2026-04-01", "the client itself is as it was");
    }

    [Fact]
    public async Task A_workspace_takes_the_place_of_that_of_the_client()
    {
        await using var server = await StubServer.StartAsync(Answers.Agent(), Answers.Agent());
        using var client = Clients.To(server, static options => options.WorkspaceId = "wrkspc_1");

        await client.Agents.GetAsync("agent_1").Guarded();
        await client.With(new CallOptions { WorkspaceId = "wrkspc_2" }).Agents.GetAsync("agent_1").Guarded();

        server.Requests.Select(static request => request.Header("anthropic-workspace-id")).ShouldBe(["wrkspc_1", "wrkspc_2"]);
    }

    [Fact]
    public async Task Headers_go_out_with_every_attempt()
    {
        await using var server = await StubServer.StartAsync(Answers.Error(503), Answers.Agent());
        using var client = Clients.To(server);

        await client.With(new CallOptions { Headers = new Dictionary<string, string> { ["x-gateway"] = "blue", ["Date"] = "not a date" } }).Agents.GetAsync("agent_1").Guarded();

        server.Requests.Count.ShouldBe(2);
        server.Requests.ShouldAllBe(static request => request.Header("x-gateway") == "blue" && request.Header("date") == "not a date");
    }

    [Fact]
    public async Task They_add_to_those_of_an_earlier_with_and_win_over_them()
    {
        await using var server = await StubServer.StartAsync(Answers.Agent());
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
    public async Task The_answer_is_shown_on_failure_too_and_only_the_last(int status)
    {
        var seen = new List<RawResponse>();
        await using var server = await StubServer.StartAsync(Answers.Error(503, headers: ("request-id", "req_1")), Answers.Error(status, headers: ("request-id", "req_2")));
        using var client = Clients.To(server, static options => options.Resilience!.MaxRetryAttempts = 1);

        await Should.ThrowAsync<ManagedAgentsApiException>(
            () => client.With(new CallOptions { OnResponse = seen.Add }).Agents.GetAsync("agent_1").Guarded());

        var answer = seen.ShouldHaveSingleItem();
        answer.StatusCode.ShouldBe((HttpStatusCode)status);
        answer.RequestId.ShouldBe("req_2");
        answer.ReadJson().GetProperty("type").GetString().ShouldBe("error");
    }

    [Fact]
    public async Task The_answer_that_opens_a_stream_is_shown_without_its_body()
    {
        RawResponse? seen = null;
        await using var server = await StubServer.StartAsync(Answers.Sse(Streams.Idle, ("request-id", "req_1")));
        using var client = Clients.To(server);

        var end = await Streams.ReadToEndAsync(await client.With(new CallOptions { OnResponse = answer => seen = answer }).StreamAsync());

        end.InPeace().ShouldHaveSingleItem();
        seen.ShouldNotBeNull().RequestId.ShouldBe("req_1");
        seen.Body.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("get")]
    [InlineData("stream")]
    public async Task What_the_look_at_the_answer_throws_reaches_the_caller(string name)
    {
        var call = Call.Named(name);
        await using var server = await StubServer.StartAsync(call.Success);
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
    public void A_header_that_is_not_the_caller_s_to_set_is_refused_with_the_way_out(string name, string wayOut)
    {
        using var client = Clients.To(new Uri("https://api.example"));

        var error = Should.Throw<ArgumentException>(() => client.With(new CallOptions { Headers = new Dictionary<string, string> { [name] = "secret-value" } }));

        error.Message.ShouldContain(wayOut);
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
    public void A_value_that_cannot_stand_in_a_header_is_refused_without_being_shown(string? value)
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
    public void A_beta_value_is_one_value(string value)
    {
        using var client = Clients.To(new Uri("https://api.example"));

        Should.Throw<ArgumentException>(() => client.With(new CallOptions { Betas = [value] })).Message.ShouldContain("each value");
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-00:00:01")]
    [InlineData("60.00:00:00")]
    public void A_time_limit_that_no_clock_can_keep_is_refused(string value)
    {
        using var client = Clients.To(new Uri("https://api.example"));

        var error = Should.Throw<ArgumentException>(() => client.With(new CallOptions { Timeout = TimeSpan.Parse(value) }));

        error.Message.ShouldContain(value);
        error.Message.ShouldContain("CallOptions.Timeout");
        error.Message.ShouldContain("InfiniteTimeSpan");
    }
}
