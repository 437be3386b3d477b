using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>
/// A pooled connection that closes during the next request. SocketsHttpHandler then retries a request without a body on its own, which must
/// not happen to a create request.
/// </summary>
public sealed class StaleConnectionTests
{
    public static TheoryData<string, bool> CreatesAndEnds => Theories.Each(Call.Creates, [true, false]);

    [Theory]
    [MemberData(nameof(CreatesAndEnds))]
    public async Task A_create_request_on_a_stale_connection_is_sent_once(string name, bool isReset)
    {
        await using var server = RawServer.Start(connection => ServeOneAsync(connection, isReset));
        using var client = Clients.To(server.Address);
        await client.Agents.GetAsync("agent_1").Guarded();

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(2, "the first call and this one");
    }

    [Theory]
    [InlineData("get")]
    [InlineData("update")]
    [InlineData("archive")]
    public async Task A_retryable_call_succeeds_after_a_stale_connection(string name)
    {
        await using var server = RawServer.Start(static connection => ServeOneAsync(connection, isReset: false));
        using var client = Clients.To(server.Address);
        await client.Agents.GetAsync("agent_1").Guarded();

        await Call.Named(name).RunAsync(client, default).Guarded();

        server.Connections.Count.ShouldBe(2);
    }

    private static async Task ServeOneAsync(RawConnection connection, bool isReset)
    {
        await connection.ReadRequestAsync();
        await connection.RespondAsync(Responses.AgentJson);
        await connection.ReadRequestAsync();
        if (isReset)
        {
            connection.Reset();
        }
        else
        {
            connection.Close();
        }
    }
}
