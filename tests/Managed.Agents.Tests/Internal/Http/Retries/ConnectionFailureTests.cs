using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>Connections that fail before, during or after a request.</summary>
public sealed class ConnectionFailureTests
{
    private static readonly Dictionary<string, Func<RawConnection, Task>> Failures = new()
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
        ["invalid HTTP response"] = static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            connection.Close();
        },
    };

    public static TheoryData<string, string> CreatesAndFailures => Theories.Each(Call.Creates, Failures.Keys);

    public static TheoryData<string, string> RetryableAndFailures => Theories.Each(["get", "update", "archive", "stream"], Failures.Keys);

    public static TheoryData<string> Every => Theories.Of(Call.Every);

    [Theory]
    [MemberData(nameof(CreatesAndFailures))]
    public async Task A_create_request_is_not_retried_after_a_lost_connection(string name, string failure)
    {
        await using var server = RawServer.Start(Failures[failure]);
        using var client = Clients.To(server.Address);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Connections.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(RetryableAndFailures))]
    public async Task A_retryable_call_is_retried_after_a_lost_connection(string name, string failure)
    {
        await using var server = RawServer.Start(Failures[failure]);
        using var client = Clients.To(server.Address);

        await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        // If a connection closes before the first byte, SocketsHttpHandler retries a request without a body up to three more times.
        server.Connections.Count.ShouldBe(name is "get" or "stream" && failure is "closed after the request" ? 12 : 3);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_call_is_retried_after_a_refused_connection(string name)
    {
        var logs = new LogRecorder();
        using var port = new ClosedPort();
        using var client = Clients.To(port.Address, logs: logs);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeFalse();
        error.InnerException.ShouldBeOfType<HttpRequestException>();
        logs.Entries.Count.ShouldBe(2, "both retries are logged");
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_call_is_retried_after_a_failed_TLS_handshake(string name)
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
