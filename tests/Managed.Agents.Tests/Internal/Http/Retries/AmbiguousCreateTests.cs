using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>A server that stores what it is sent and then fails, in every way there is: in the end it has stored one.</summary>
public sealed class AmbiguousCreateTests
{
    private static readonly Dictionary<string, Answer> Failures = new()
    {
        ["500"] = Answers.Error(500),
        ["503 with retry-after"] = Answers.Error(503, headers: ("retry-after", "1")),
        ["504 of a proxy"] = Answers.Html("<h1>504</h1>", 504),
        ["500 that says retry"] = Answers.Error(500, headers: ("x-should-retry", "true")),
        ["cut before the answer"] = Answers.Abort(),
        ["cut in the answer"] = Answers.CutBody("""{"type":"agent","id":"""),
        ["200 that is no JSON"] = Answers.Html("<h1>Welcome</h1>"),
        ["200 that is empty"] = Answers.Body("application/json", []),
        ["200 that is null"] = Answers.Json("null"),
        ["204"] = Answers.Status(204),
        ["302"] = Answers.Status(302, ("location", "/v1/elsewhere")),
    };

    // The others take an answer of any shape.
    public static TheoryData<string, string> CreatesAndFailures =>
        Theories.Each(Call.Creates.Except(["take work", "raw post", "raw put that is not idempotent"]), Failures.Keys);

    public static TheoryData<string> Creates => Theories.Of(Call.Creates);

    [Theory]
    [MemberData(nameof(CreatesAndFailures))]
    public async Task What_was_stored_before_the_failure_is_not_stored_twice(string name, string failure)
    {
        var stored = 0;
        await using var server = await StubServer.StartAsync();
        server.Always = context =>
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
    public async Task A_create_that_times_out_is_not_sent_again(string name)
    {
        var clock = new ManualTimeProvider();
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StubServer.StartAsync(Answers.After(late.Task, Call.Named(name).Success));
        using var client = Clients.To(server, static options => options.Timeout = TimeSpan.FromSeconds(30), clock);

        var running = Call.Named(name).RunAsync(client, default);
        await server.SeenAsync(1);
        clock.Advance(TimeSpan.FromSeconds(30));

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => running.Guarded());
        error.MayHaveTakenEffect.ShouldBeTrue();
        late.SetResult();
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task A_create_is_sent_again_after_one_that_was_not_taken_and_then_not_after_one_that_may_have_been(string name)
    {
        await using var server = await StubServer.StartAsync(Answers.Error(429), Answers.Error(500), Call.Named(name).Success);
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_time_limit_is_not_the_answer_to_the_next_call()
    {
        var clock = new ManualTimeProvider();
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StubServer.StartAsync(
            Answers.After(late.Task, Answers.Json("""{"type":"agent","id":"agent_late"}""")), Answers.Agent());
        using var client = Clients.To(server, static options => options.Timeout = TimeSpan.FromSeconds(30), clock);
        var first = Call.Named("create agent").RunAsync(client, default);
        await server.SeenAsync(1);
        clock.Advance(TimeSpan.FromSeconds(30));
        await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => first.Guarded());
        late.SetResult();

        var next = await client.Agents.GetAsync("agent_1").Guarded();

        next.Id.ShouldBe("agent_1");
    }
}
