using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>Connections that fail before, while and after a request goes out, on a bare socket.</summary>
public sealed class LostConnectionTests
{
    private static readonly Dictionary<string, Func<RawConnection, Task>> Losses = new()
    {
        ["closed after the request"] = static async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Close();
        },
        ["reset after the request"] = static async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        },
        ["reset after the first byte"] = static async connection =>
        {
            await connection.ReadAsync(1);
            connection.Reset();
        },
        ["closed in the status line"] = static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 20");
            connection.Close();
        },
        ["closed in the headers"] = static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nrequest-id: req_1\r\n");
            connection.Close();
        },
        ["answers what is no HTTP"] = static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            connection.Close();
        },
    };

    public static TheoryData<string, string> CreatesAndLosses => Theories.Each(Call.Creates, Losses.Keys);

    public static TheoryData<string, string> RepeatableAndLosses => Theories.Each(["get", "update", "archive", "stream"], Losses.Keys);

    public static TheoryData<string> Every => Theories.Of(Call.Every);

    [Theory]
    [MemberData(nameof(CreatesAndLosses))]
    public async Task A_create_whose_connection_is_lost_is_not_sent_again(string name, string loss)
    {
        await using var server = RawServer.Start(Losses[loss]);
        using var client = Clients.To(server.Address);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Connections.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(RepeatableAndLosses))]
    public async Task What_can_be_repeated_is_when_its_connection_is_lost(string name, string loss)
    {
        await using var server = RawServer.Start(Losses[loss]);
        using var client = Clients.To(server.Address);

        await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        // When the connection ends without a byte, the sockets make up to three attempts more of each, if there is no body.
        server.Connections.Count.ShouldBe(name is "get" or "stream" && loss is "closed after the request" ? 12 : 3);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_refused_connection_is_tried_again_for_any_call_since_nothing_was_sent(string name)
    {
        var logs = new LogRecorder();
        using var port = new ClosedPort();
        using var client = Clients.To(port.Address, logs: logs);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeFalse();
        error.InnerException.ShouldBeOfType<HttpRequestException>();
        logs.Entries.Count.ShouldBe(2, "two attempts were announced after the first");
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_failed_handshake_is_tried_again_for_any_call_since_nothing_was_sent(string name)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadAsync(1);
            connection.Close();
        });
        using var client = Clients.To(new UriBuilder(server.Address) { Scheme = "https" }.Uri);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeFalse();
        server.Connections.Count.ShouldBe(3);
    }
}
