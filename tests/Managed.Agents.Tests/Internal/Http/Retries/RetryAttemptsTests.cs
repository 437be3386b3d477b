using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

public sealed class RetryAttemptsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public async Task A_request_is_attempted_once_and_then_retried(int retries, int attempts)
    {
        await using var server = await KestrelServer.StartAsync();
        server.DefaultResponse = Responses.Error(503);
        using var client = Clients.To(server, options => options.Resilience = new ResilienceOptions { MaxRetryAttempts = retries, BaseDelay = TimeSpan.Zero });

        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        server.Requests.Count.ShouldBe(attempts);
    }

    [Fact]
    public async Task A_request_is_retried_twice_by_default()
    {
        await using var server = await KestrelServer.StartAsync();
        server.DefaultResponse = Responses.Error(503);
        using var client = Clients.To(server);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        server.Requests.Count.ShouldBe(3);
    }
}
