using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>Handlers that fail before the request is sent, after it was processed, or with an exception of their own.</summary>
public sealed class HandlerFailureTests
{
    public static TheoryData<string> Creates => Theories.Of(Call.Creates);

    public static TheoryData<string> Every => Theories.Of(Call.Every);

    public static TheoryData<HttpRequestError> RequestErrors => Theories.Of(Enum.GetValues<HttpRequestError>());

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task A_processed_create_request_is_not_retried_if_a_handler_then_fails_to_connect(string name)
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Call.Named(name).Success;
        using var handler = new TestHandler(static async (_, send, _) =>
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
    public async Task A_create_request_is_not_retried_if_a_handler_sent_a_copy_of_it(string name)
    {
        await using var server = await KestrelServer.StartAsync();
        server.DefaultResponse = Responses.Abort();
        using var handler = new CopyingHandler();
        await using var client = ContainerClient.With(server, handler);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client.Client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task An_exception_in_a_handler_is_wrapped_and_not_retried(string name)
    {
        var exception = new InvalidOperationException("A bug.");
        using var handler = new TestHandler((_, _, _) => throw exception);
        using var client = Clients.Over(handler);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.InnerException.ShouldBeSameAs(exception);
        handler.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task An_ObjectDisposedException_in_a_handler_is_wrapped()
    {
        using var handler = new TestHandler(static (_, _, _) => throw new ObjectDisposedException("theirs"));
        using var client = Clients.Over(handler);

        await Should.ThrowAsync<ManagedAgentsConnectionException>(() => client.Agents.GetAsync("agent_1").Guarded());
    }

    [Theory]
    [MemberData(nameof(RequestErrors))]
    public async Task Only_a_failed_connection_attempt_proves_that_nothing_was_sent(HttpRequestError reason)
    {
        using var handler = new TestHandler((_, _, _) => throw new HttpRequestException(reason));
        using var client = Clients.Over(handler);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named("send").RunAsync(client, default).Guarded());

        var wasNeverSent = reason is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
        error.MayHaveTakenEffect.ShouldBe(!wasNeverSent);
        handler.Calls.ShouldBe(wasNeverSent ? 3 : 1);
    }

    [Fact]
    public async Task A_failed_connection_after_an_ambiguous_failure_does_not_make_a_retry_safe()
    {
        var attempt = 0;
        await using var server = await KestrelServer.StartAsync();
        server.DefaultResponse = Responses.Abort();
        using var port = new ClosedPort();
        using var handler = new TestHandler(async (request, send, _) =>
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
