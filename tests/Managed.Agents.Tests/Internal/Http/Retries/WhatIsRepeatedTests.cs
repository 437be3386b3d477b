using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>Which answers are followed by another attempt, for each kind of call.</summary>
public sealed class WhatIsRepeatedTests
{
    private static readonly int[] Transient = [408, 429, 500, 502, 503, 504, 529];
    private static readonly int[] NotTaken = [429, 529];
    private static readonly int[] Final = [400, 401, 402, 403, 404, 409, 412, 413, 422];
    private static readonly int[] Redirects = [301, 302, 303, 307, 308];

    public static TheoryData<string, int> RepeatableAndTransient => Theories.Each(Call.Repeatable, Transient);

    public static TheoryData<string, int> CreatesAndNotTaken => Theories.Each(Call.Creates, NotTaken);

    public static TheoryData<string, int> CreatesAndAmbiguous => Theories.Each(Call.Creates, [408, 500, 501, 502, 503, 504, 520, 599]);

    public static TheoryData<string, int> EveryAndFinal => Theories.Each(Call.OneOfEachKind, [.. Final, .. Redirects]);

    [Theory]
    [MemberData(nameof(RepeatableAndTransient))]
    public async Task Reads_and_idempotent_writes_are_repeated_after_a_transient_answer(string name, int status)
    {
        var call = Call.Named(name);
        await using var server = await StubServer.StartAsync(Answers.Error(status), Answers.Error(status), call.Success);
        using var client = Clients.To(server);

        await call.RunAsync(client, default).Guarded();

        server.Requests.Count.ShouldBe(3);
        server.Requests.ShouldAllBe(request => request.Target == server.Requests[0].Target && request.Body == server.Requests[0].Body);
    }

    [Theory]
    [MemberData(nameof(CreatesAndNotTaken))]
    public async Task Creates_and_sends_are_repeated_when_the_server_surely_did_not_take_them(string name, int status)
    {
        var call = Call.Named(name);
        await using var server = await StubServer.StartAsync(Answers.Error(status), Answers.Error(status), call.Success);
        using var client = Clients.To(server);

        await call.RunAsync(client, default).Guarded();

        server.Requests.Count.ShouldBe(3);
        server.Requests.ShouldAllBe(request => request.Body == server.Requests[0].Body);
    }

    [Theory]
    [MemberData(nameof(CreatesAndAmbiguous))]
    public async Task Creates_and_sends_are_not_repeated_when_the_server_may_have_taken_them(string name, int status)
    {
        await using var server = await StubServer.StartAsync(Answers.Error(status));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.StatusCode.ShouldBe((HttpStatusCode)status);
        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(EveryAndFinal))]
    public async Task An_answer_that_stays_the_same_is_not_asked_for_again(string name, int status)
    {
        await using var server = await StubServer.StartAsync(Answers.Error(status));
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
    public async Task A_call_is_tried_once_and_then_as_often_as_the_options_say(int retries, int attempts)
    {
        await using var server = await StubServer.StartAsync();
        server.Always = Answers.Error(503);
        using var client = Clients.To(server, options => options.Resilience!.MaxRetryAttempts = retries);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        server.Requests.Count.ShouldBe(attempts);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Without_resilience_nothing_is_repeated(int status)
    {
        await using var server = await StubServer.StartAsync(Answers.Error(status, headers: ("x-should-retry", "true")));
        using var client = Clients.To(server, static options => options.Resilience = null);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_last_error_is_the_one_that_is_thrown()
    {
        await using var server = await StubServer.StartAsync(
            Answers.Error(500, headers: ("request-id", "req_1")),
            Answers.Error(529, "overloaded_error", ("request-id", "req_2")),
            Answers.Error(404, "not_found_error", ("request-id", "req_3")));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        error.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        error.RequestId.ShouldBe("req_3");
    }

    [Fact]
    public async Task An_effect_that_an_earlier_attempt_may_have_had_is_told_with_the_last_error()
    {
        await using var server = await StubServer.StartAsync(Answers.Error(500), Answers.Error(409, "conflict_error"));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(
            () => client.Agents.UpdateAsync("agent_1", new AgentUpdateRequest { Version = 3, Name = "new" }).Guarded());

        error.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        error.MayHaveTakenEffect.ShouldBeTrue("the first attempt may have made the version that the second collided with");
    }

    [Fact]
    public async Task Options_that_change_after_the_client_was_made_have_no_effect()
    {
        await using var server = await StubServer.StartAsync();
        server.Always = Answers.Error(503);
        ManagedAgentsOptions? given = null;
        using var client = Clients.To(server, options => given = options);
        given!.Resilience!.MaxRetryAttempts = 0;
        given.BaseAddress = new Uri("https://elsewhere.example");

        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        server.Requests.Count.ShouldBe(3);
    }
}
