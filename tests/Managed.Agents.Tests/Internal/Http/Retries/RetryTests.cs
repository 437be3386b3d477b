using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>Which responses are retried, for each kind of call.</summary>
public sealed class RetryTests
{
    private static readonly int[] Transient = [408, 429, 500, 502, 503, 504, 529];
    private static readonly int[] Rejected = [429, 529];
    private static readonly int[] Final = [400, 401, 402, 403, 404, 409, 412, 413, 422];
    private static readonly int[] Redirects = [301, 302, 303, 307, 308];

    public static TheoryData<string, int> RetryableAndTransient => Theories.Each(Call.Retryable, Transient);

    public static TheoryData<string, int> CreatesAndRejected => Theories.Each(Call.Creates, Rejected);

    public static TheoryData<string, int> CreatesAndAmbiguous => Theories.Each(Call.Creates, [408, 500, 501, 502, 503, 504, 520, 599]);

    public static TheoryData<string, int> EveryAndFinal => Theories.Each(Call.OneOfEachKind, [.. Final, .. Redirects]);

    [Theory]
    [MemberData(nameof(RetryableAndTransient))]
    public async Task Reads_and_idempotent_writes_are_retried_after_a_transient_error(string name, int status)
    {
        var call = Call.Named(name);
        using var server = MockServer.Start(Responses.Error(status), Responses.Error(status), call.Success);
        using var client = Clients.To(server);

        await call.RunAsync(client, default).Guarded();

        server.Requests.Count.ShouldBe(3);
        server.Requests.ShouldAllBe(request => request.Target == server.Requests[0].Target && request.Body == server.Requests[0].Body);
    }

    [Theory]
    [MemberData(nameof(CreatesAndRejected))]
    public async Task Creates_and_sends_are_retried_if_the_server_certainly_did_not_process_them(string name, int status)
    {
        var call = Call.Named(name);
        using var server = MockServer.Start(Responses.Error(status), Responses.Error(status), call.Success);
        using var client = Clients.To(server);

        await call.RunAsync(client, default).Guarded();

        server.Requests.Count.ShouldBe(3);
        server.Requests.ShouldAllBe(request => request.Body == server.Requests[0].Body);
    }

    [Theory]
    [MemberData(nameof(CreatesAndAmbiguous))]
    public async Task Creates_and_sends_are_not_retried_if_the_server_may_have_processed_them(string name, int status)
    {
        using var server = MockServer.Start(Responses.Error(status));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.StatusCode.ShouldBe((HttpStatusCode)status);
        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(EveryAndFinal))]
    public async Task A_permanent_error_is_not_retried(string name, int status)
    {
        using var server = MockServer.Start(Responses.Error(status));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.StatusCode.ShouldBe((HttpStatusCode)status);
        error.MayHaveTakenEffect.ShouldBeFalse();
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(7, 8)]
    public async Task A_call_is_retried_up_to_the_maximum(int retries, int attempts)
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Responses.Error(503);
        using var client = Clients.To(server, options => options.Resilience!.MaxRetryAttempts = retries);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        server.Requests.Count.ShouldBe(attempts);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Without_resilience_options_nothing_is_retried(int status)
    {
        using var server = MockServer.Start(Responses.Error(status, headers: ("x-should-retry", "true")));
        using var client = Clients.To(server, static options => options.Resilience = null);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_last_error_is_thrown()
    {
        using var server = MockServer.Start(
            Responses.Error(500, headers: ("request-id", "req_1")),
            Responses.Error(529, "overloaded_error", ("request-id", "req_2")),
            Responses.Error(404, "not_found_error", ("request-id", "req_3")));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        error.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        error.RequestId.ShouldBe("req_3");
    }

    [Fact]
    public async Task The_last_error_says_that_an_earlier_attempt_may_have_taken_effect()
    {
        using var server = MockServer.Start(Responses.Error(500), Responses.Error(409, "conflict_error"));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(
            () => client.Agents.UpdateAsync("agent_1", new AgentUpdateRequest { Version = 3, Name = "new" }).Guarded());

        error.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        error.MayHaveTakenEffect.ShouldBeTrue("the first attempt may have created the version that the second conflicted with");
    }

    [Fact]
    public async Task Changing_the_options_after_creating_the_client_has_no_effect()
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Responses.Error(503);
        ManagedAgentsOptions? changed = null;
        using var client = Clients.To(server, options => changed = options);
        changed!.Resilience!.MaxRetryAttempts = 0;
        changed.BaseAddress = new Uri("https://elsewhere.example");

        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        server.Requests.Count.ShouldBe(3);
    }
}
