using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http;

/// <summary>The same guarantees over HTTP/2, where calls and streams share connections.</summary>
public sealed class Http2Tests
{
    public static TheoryData<string> Creates => Theories.Of(Call.Creates);

    [Fact]
    public async Task Fifty_open_streams_share_one_connection()
    {
        var emitted = Enumerable.Range(0, 50).Select(static _ => new ControlledStream()).ToList();
        await using var server = await KestrelServer.StartAsync(Certificates.Loopback, [.. emitted.Select(static stream => (ResponseWriter)stream.RespondAsync), Responses.Agent()]);
        await using var container = Trusting(server);
        var streams = new List<SessionEventStream>();

        foreach (var _ in emitted)
        {
            streams.Add(await container.Client.StreamAsync());
        }

        (await container.Client.Agents.GetAsync("agent_1").Guarded()).Id.ShouldBe("agent_1");
        server.Connections.ShouldBe(1);
        server.Requests.ShouldAllBe(static request => request.Protocol == "HTTP/2");
        foreach (var stream in emitted)
        {
            await stream.WriteAsync(Streams.Message(1) + Streams.Idle);
            stream.End();
        }

        var ends = await Task.WhenAll(streams.Select(static stream => Streams.ReadToEndAsync(stream))).Guarded();
        ends.Select(static end => end.ShouldEndNormally().Count).ShouldAllBe(static count => count == 2);
        server.Connections.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task A_create_request_is_not_retried_after_a_stream_reset(string name)
    {
        await using var server = await KestrelServer.StartAsync(Certificates.Loopback);
        server.DefaultResponse = static context =>
        {
            context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(errorCode: 2);
            return Task.CompletedTask;
        };
        await using var container = Trusting(server);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(container.Client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task A_create_request_is_not_retried_after_a_lost_connection(string name)
    {
        await using var server = await KestrelServer.StartAsync(Certificates.Loopback);
        server.DefaultResponse = static context =>
        {
            context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
            return Task.CompletedTask;
        };
        await using var container = Trusting(server);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(() => Call.Named(name).RunAsync(container.Client, default).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Disposing_a_stream_keeps_the_shared_connection_open()
    {
        var disposed = new ControlledStream();
        var other = new ControlledStream();
        await using var server = await KestrelServer.StartAsync(Certificates.Loopback, disposed.RespondAsync, other.RespondAsync);
        await using var container = Trusting(server);
        var first = await container.Client.StreamAsync();
        await using var second = await container.Client.StreamAsync();

        await first.DisposeAsync();
        await disposed.WaitForDisconnectAsync();
        await other.WriteAsync(Streams.Idle);
        other.End();

        (await Streams.ReadToEndAsync(second)).ShouldEndNormally().Count.ShouldBe(1);
        server.Connections.ShouldBe(1);
    }

    private static ContainerClient Trusting(KestrelServer server) =>
        ContainerClient.With(server, static builder => builder.UseSocketsHttpHandler(static (sockets, _) => Certificates.Trust(sockets)));
}
