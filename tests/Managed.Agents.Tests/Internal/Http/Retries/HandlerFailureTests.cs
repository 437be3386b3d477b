using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>Handlers that fail: before anything was sent, after it was taken, or with a fault of their own.</summary>
public sealed class HandlerFailureTests
{
    public static TheoryData<string> Creates => Theories.Of(Call.Creates);

    public static TheoryData<string> Every => Theories.Of(Call.Every);

    public static TheoryData<HttpRequestError> RequestErrors => Theories.Of(Enum.GetValues<HttpRequestError>());

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task A_create_that_was_taken_is_not_repeated_when_a_handler_then_fails_to_connect_elsewhere(string name)
    {
        await using var server = await StubServer.StartAsync();
        server.Always = Call.Named(name).Success;
        using var handler = new WireHandler(static async (_, send, _) =>
        {
            using var response = await send();
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The audit log cannot be reached.");
        });
        await using var client = ContainerClient.With(server, handler);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client.Client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        error.Message.ShouldContain("The audit log cannot be reached.");
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task A_create_whose_copy_a_handler_sends_is_not_repeated(string name)
    {
        await using var server = await StubServer.StartAsync();
        server.Always = Answers.Abort();
        using var handler = new CopyingHandler();
        await using var client = ContainerClient.With(server, handler);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client.Client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_fault_in_a_handler_is_reported_under_our_root_and_not_repeated(string name)
    {
        var fault = new InvalidOperationException("A bug.");
        using var handler = new WireHandler((_, _, _) => throw fault);
        using var client = Clients.Over(handler);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.InnerException.ShouldBeSameAs(fault);
        handler.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_handler_that_uses_what_was_disposed_is_reported_under_our_root()
    {
        using var handler = new WireHandler(static (_, _, _) => throw new ObjectDisposedException("theirs"));
        using var client = Clients.Over(handler);

        await Should.ThrowAsync<ManagedAgentsConnectionException>(() => client.Agents.GetAsync("agent_1").Guarded());
    }

    [Theory]
    [MemberData(nameof(RequestErrors))]
    public async Task Only_a_connection_that_was_never_made_proves_that_nothing_was_sent(HttpRequestError reason)
    {
        using var handler = new WireHandler((_, _, _) => throw new HttpRequestException(reason));
        using var client = Clients.Over(handler);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named("send").RunAsync(client, default).Guarded());

        var wasNeverSent = reason is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
        error.MayHaveTakenEffect.ShouldBe(!wasNeverSent);
        handler.Calls.ShouldBe(wasNeverSent ? 3 : 1);
    }

    [Fact]
    public async Task A_handler_that_fails_first_ambiguously_and_then_to_connect_makes_no_create_safe()
    {
        var attempt = 0;
        await using var server = await StubServer.StartAsync();
        server.Always = Answers.Abort();
        using var port = new ClosedPort();
        using var handler = new WireHandler(async (request, send, _) =>
        {
            try
            {
                return await send();
            }
            catch (HttpRequestException) when (attempt++ == 0)
            {
                request.RequestUri = port.Address;
                return await send();
            }
        });
        await using var client = ContainerClient.With(server, handler);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named("send").RunAsync(client.Client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    private sealed class CopyingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var copy = new HttpRequestMessage(request.Method, request.RequestUri);
            if (request.Content is { } content)
            {
                copy.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync(cancellationToken));
            }

            return await base.SendAsync(copy, cancellationToken);
        }
    }
}
