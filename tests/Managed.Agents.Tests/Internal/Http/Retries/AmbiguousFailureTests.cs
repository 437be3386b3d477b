using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>A request that the server may have processed before it failed is not sent again.</summary>
public sealed class AmbiguousFailureTests
{
    private static readonly Dictionary<string, ResponseWriter> Failures = new()
    {
        ["500"] = Responses.Error(500),
        ["503 with retry-after"] = Responses.Error(503, headers: ("retry-after", "1")),
        ["504 from a proxy"] = Responses.Html("<h1>504</h1>", 504),
        ["500 with x-should-retry"] = Responses.Error(500, headers: ("x-should-retry", "true")),
        ["connection closed before the response"] = Responses.Abort(),
        ["connection closed during the response"] = Responses.CutBody("""{"type":"agent","id":"""),
        ["200 without JSON"] = Responses.Html("<h1>Welcome</h1>"),
        ["200 with an empty body"] = Responses.Body("application/json", []),
        ["200 with null"] = Responses.Json("null"),
        ["204"] = Responses.Status(204),
        ["302"] = Responses.Status(302, ("location", "/v1/elsewhere")),
    };

    // The other calls accept any response.
    public static TheoryData<string, string> CreatesAndFailures =>
        Theories.Each(Call.Creates.Except(["poll work", "raw post", "raw put that is not idempotent"]), Failures.Keys);

    public static TheoryData<string> Creates => Theories.Of(Call.Creates);

    [Theory]
    [MemberData(nameof(CreatesAndFailures))]
    public async Task A_create_request_is_not_retried_after_an_ambiguous_failure(string name, string failure)
    {
        var stored = 0;
        await using var server = await KestrelServer.StartAsync();
        server.DefaultResponse = context =>
        {
            Interlocked.Increment(ref stored);
            return Failures[failure](context);
        };
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        stored.ShouldBe(1);
        error.MayHaveTakenEffect.ShouldBe(failure != "302");
    }

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task A_create_request_is_not_retried_after_a_timeout(string name)
    {
        var clock = new TestTimeProvider();
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await KestrelServer.StartAsync(Responses.After(late.Task, Call.Named(name).Success));
        using var client = Clients.To(server, static options => options.Timeout = TimeSpan.FromSeconds(30), clock);

        var running = Call.Named(name).RunAsync(client, default);
        await server.WaitForRequestsAsync(1);
        clock.Advance(TimeSpan.FromSeconds(30));

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => running.Guarded());
        error.MayHaveTakenEffect.ShouldBeTrue();
        late.SetResult();
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task A_create_request_is_retried_after_a_rejection_but_not_after_an_ambiguous_failure(string name)
    {
        using var server = MockServer.Start(Responses.Error(429), Responses.Error(500), Call.Named(name).Success);
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_response_after_the_timeout_is_not_returned_by_the_next_call()
    {
        var clock = new TestTimeProvider();
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await KestrelServer.StartAsync(
            Responses.After(late.Task, Responses.Json("""{"type":"agent","id":"agent_late"}""")), Responses.Agent());
        using var client = Clients.To(server, static options => options.Timeout = TimeSpan.FromSeconds(30), clock);
        var first = Call.Named("create agent").RunAsync(client, default);
        await server.WaitForRequestsAsync(1);
        clock.Advance(TimeSpan.FromSeconds(30));
        await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => first.Guarded());
        late.SetResult();

        var next = await client.Agents.GetAsync("agent_1").Guarded();

        next.Id.ShouldBe("agent_1");
    }
}
