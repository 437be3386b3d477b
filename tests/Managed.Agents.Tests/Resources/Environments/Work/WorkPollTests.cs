using System.Text;
using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Work;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Environments.Work;

public sealed class WorkPollTests
{
    private const string Token = "sk-ant-req-0123456789";

    [Theory]
    [InlineData("null", 200)]
    [InlineData("", 204)]
    public async Task A_poll_without_work_returns_null(string body, int status)
    {
        using var server = MockServer.Start(status == 204 ? Responses.Status(204) : Responses.Json(body));
        using var client = Clients.To(server);

        var item = await client.Environments.Work.PollAsync("env_1").Guarded();

        item.ShouldBeNull();
        server.Request.Method.ShouldBe("GET");
        server.Request.Target.ShouldBe("/v1/environments/env_1/work/poll");
        server.Request.Header("anthropic-worker-id").ShouldBeNull();
        server.Request.Header("anthropic-beta").ShouldBe("managed-agents-2026-04-01");
    }

    [Fact]
    public async Task A_poll_sends_its_options_and_returns_the_item()
    {
        var secret = Secret($$"""{"sessions_token":"{{Token}}","api_base_url":"http://localhost:8400"}""");
        using var server = MockServer.Start(Responses.Json(Item($$"""{"type":"session","id":"sesn_1"}""", secret)));
        using var client = Clients.To(server);

        var item = await client.Environments.Work.PollAsync(
            "env_1", new() { BlockTimeout = TimeSpan.FromMilliseconds(999), ReclaimOlderThan = TimeSpan.FromMilliseconds(2000), WorkerId = "worker 7" }).Guarded();

        server.Request.Target.ShouldBe("/v1/environments/env_1/work/poll?block_ms=999&reclaim_older_than_ms=2000");
        server.Request.Header("anthropic-worker-id").ShouldBe("worker 7");
        item.ShouldNotBeNull();
        item.State.ShouldBe(WorkState.Queued);
        item.Data.ShouldBe(new SessionWork { Id = "sesn_1" });
        var opened = WorkSecret.From(item).ShouldNotBeNull();
        opened.SessionsToken.Reveal().ShouldBe(Token);
        opened.ApiBaseUrl.ShouldNotBeNull().OriginalString.ShouldBe("http://localhost:8400");
        foreach (var printed in new[] { item.ToString(), opened.ToString(), JsonSerializer.Serialize(item, ManagedAgentsJson.Options), JsonSerializer.Serialize(opened, ManagedAgentsJson.Options) })
        {
            printed.ShouldNotContain(secret);
            printed.ShouldNotContain(Token);
        }
    }

    [Theory]
    [InlineData("""{"id":"hc_1"}""", typeof(HealthCheckWork))]
    [InlineData("""{"id":"hc_1","type":"healthcheck"}""", typeof(HealthCheckWork))]
    [InlineData("""{"id":"hc_1","type":"new_type"}""", typeof(UnknownWorkData))]
    public async Task A_health_check_is_recognized_with_and_without_its_type(string data, Type kind)
    {
        using var server = MockServer.Start(Responses.Json(Item(data)));
        using var client = Clients.To(server);

        var item = await client.Environments.Work.PollAsync("env_1").Guarded();

        item.ShouldNotBeNull().Data.ShouldBeOfType(kind);
        item.Data.Id.ShouldBe("hc_1");
        WorkSecret.From(item).ShouldBeNull();
    }

    [Fact]
    public async Task A_poll_is_not_retried_after_an_ambiguous_failure()
    {
        using var server = MockServer.Start(Responses.Error(500));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Environments.Work.PollAsync("env_1").Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_response_without_JSON_is_an_error()
    {
        using var server = MockServer.Start(Responses.Html("<h1>Welcome</h1>"), Responses.Body("application/json", []));
        using var client = Clients.To(server);

        await Should.ThrowAsync<ManagedAgentsResponseException>(() => client.Environments.Work.PollAsync("env_1").Guarded());
        await Should.ThrowAsync<ManagedAgentsResponseException>(() => client.Environments.Work.PollAsync("env_1").Guarded());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\r\nx-api-key: b")]
    [InlineData("wörker")]
    public async Task An_invalid_worker_id_is_rejected_before_a_request_is_sent(string name)
    {
        using var server = MockServer.Start();
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ArgumentException>(() => client.Environments.Work.PollAsync("env_1", new() { WorkerId = name }));

        error.Message.ShouldContain("WorkPollOptions.WorkerId");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("bm8ganNvbg")]
    [InlineData("e30")]
    [InlineData("bnVsbA==")]
    public void An_invalid_secret_is_not_in_the_message(string secret)
    {
        var error = Should.Throw<FormatException>(() => WorkSecret.From(new WorkItem { Id = "work_1", Secret = secret }));

        error.Message.ShouldContain("work_1");
        error.ToString().ShouldNotContain(secret);
    }

    private static string Secret(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Item(string data, string? secret = null) =>
        $$"""
        {"id":"work_1","type":"work","environment_id":"env_1","state":"queued","data":{{data}},"metadata":{},"created_at":"2026-11-20T10:00:00Z",
         "acknowledged_at":null,"started_at":null,"latest_heartbeat_at":null,"stop_requested_at":null,"stopped_at":null,
         "secret":{{(secret is null ? "null" : $"\"{secret}\"")}}}
        """;
}
