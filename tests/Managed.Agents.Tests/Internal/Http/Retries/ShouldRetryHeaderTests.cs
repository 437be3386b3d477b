using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>What the server's own word, <c>x-should-retry</c>, changes.</summary>
public sealed class ShouldRetryHeaderTests
{
    private static readonly (string, string) Yes = ("x-should-retry", "true");
    private static readonly (string, string) No = ("x-should-retry", "false");

    public static TheoryData<string> Every => Theories.Of(Call.Every);

    public static TheoryData<string, int> RepeatableAndFinal => Theories.Each(Call.Repeatable, [400, 409, 422]);

    public static TheoryData<string, int> CreatesAndRefused => Theories.Each(Call.Creates, [409, 423, 425]);

    public static TheoryData<string, int> CreatesAndAmbiguous => Theories.Each(Call.Creates, [400, 403, 408, 422, 499, 500, 502, 503, 504, 302, 304]);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task False_forbids_another_attempt_of_any_call(string name)
    {
        await using var server = await StubServer.StartAsync(Answers.Error(429, "rate_limit_error", No));
        using var client = Clients.To(server);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(RepeatableAndFinal))]
    public async Task True_asks_for_another_attempt_of_what_can_be_repeated(string name, int status)
    {
        var call = Call.Named(name);
        await using var server = await StubServer.StartAsync(Answers.Error(status, headers: Yes), call.Success);
        using var client = Clients.To(server);

        await call.RunAsync(client, default).Guarded();

        server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(CreatesAndRefused))]
    public async Task True_asks_for_another_attempt_of_a_create_that_was_turned_down(string name, int status)
    {
        var call = Call.Named(name);
        await using var server = await StubServer.StartAsync(Answers.Error(status, headers: Yes), call.Success);
        using var client = Clients.To(server);

        await call.RunAsync(client, default).Guarded();

        server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(CreatesAndAmbiguous))]
    public async Task True_never_turns_an_ambiguous_create_into_a_repeated_one(string name, int status)
    {
        await using var server = await StubServer.StartAsync(Answers.Error(status, headers: Yes));
        using var client = Clients.To(server);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("")]
    [InlineData("0")]
    public async Task A_word_that_is_neither_true_nor_false_is_not_heard(string value)
    {
        await using var server = await StubServer.StartAsync(Answers.Error(503, headers: ("x-should-retry", value)), Answers.Agent());
        using var client = Clients.To(server);

        await client.Agents.GetAsync("agent_1").Guarded();

        server.Requests.Count.ShouldBe(2);
    }
}
