using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>The effect of the <c>x-should-retry</c> header.</summary>
public sealed class ShouldRetryHeaderTests
{
    private static readonly (string, string) Yes = ("x-should-retry", "true");
    private static readonly (string, string) No = ("x-should-retry", "false");

    public static TheoryData<string> Every => Theories.Of(Call.Every);

    public static TheoryData<string, int> RetryableAndFinal => Theories.Each(Call.Retryable, [400, 409, 422]);

    public static TheoryData<string, int> CreatesAndRejected => Theories.Each(Call.Creates, [409, 423, 425]);

    public static TheoryData<string, int> CreatesAndAmbiguous => Theories.Each(Call.Creates, [400, 403, 408, 422, 499, 500, 502, 503, 504, 302, 304]);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task False_prevents_a_retry_of_every_call(string name)
    {
        using var server = MockServer.Start(Responses.Error(429, "rate_limit_error", No));
        using var client = Clients.To(server);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(RetryableAndFinal))]
    public async Task True_causes_a_retry_of_retryable_calls(string name, int status)
    {
        var call = Call.Named(name);
        using var server = MockServer.Start(Responses.Error(status, headers: Yes), call.Success);
        using var client = Clients.To(server);

        await call.RunAsync(client, default).Guarded();

        server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(CreatesAndRejected))]
    public async Task True_causes_a_retry_of_a_rejected_create_request(string name, int status)
    {
        var call = Call.Named(name);
        using var server = MockServer.Start(Responses.Error(status, headers: Yes), call.Success);
        using var client = Clients.To(server);

        await call.RunAsync(client, default).Guarded();

        server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(CreatesAndAmbiguous))]
    public async Task True_never_causes_a_retry_of_an_ambiguous_create_request(string name, int status)
    {
        using var server = MockServer.Start(Responses.Error(status, headers: Yes));
        using var client = Clients.To(server);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("")]
    [InlineData("0")]
    public async Task A_value_other_than_true_or_false_is_ignored(string value)
    {
        using var server = MockServer.Start(Responses.Error(503, headers: ("x-should-retry", value)), Responses.Agent());
        using var client = Clients.To(server);

        await client.Agents.GetAsync("agent_1").Guarded();

        server.Requests.Count.ShouldBe(2);
    }
}
