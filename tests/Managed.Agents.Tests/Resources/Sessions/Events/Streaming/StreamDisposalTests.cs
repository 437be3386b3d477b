using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>Leaving the loop, disposing, and enumerating twice.</summary>
public sealed class StreamDisposalTests
{
    private readonly ControlledStream _emitted = new();

    [Fact]
    public async Task Leaving_the_loop_closes_the_connection()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
        using var client = Clients.To(server);
        var stream = await client.StreamAsync();
        await _emitted.WriteAsync(Streams.Message(1));

        await foreach (var received in stream)
        {
            break;
        }

        await _emitted.WaitForDisconnectAsync();
    }

    [Fact]
    public async Task Disposing_closes_the_connection()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
        using var client = Clients.To(server);
        var stream = await client.StreamAsync();

        await stream.DisposeAsync();
        await stream.DisposeAsync();

        await _emitted.WaitForDisconnectAsync();
    }

    [Fact]
    public async Task Disposing_ends_a_waiting_enumeration()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
        using var client = Clients.To(server);
        var stream = await client.StreamAsync();
        var events = stream.GetAsyncEnumerator();
        var next = events.MoveNextAsync();

        await stream.DisposeAsync();

        var error = await Should.ThrowAsync<ObjectDisposedException>(() => next.Guarded());
        error.ObjectName.ShouldBe(nameof(SessionEventStream));
        await events.DisposeAsync();
        await _emitted.WaitForDisconnectAsync();
    }

    [Fact]
    public async Task A_disposed_stream_cannot_be_read()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
        using var client = Clients.To(server);
        var stream = await client.StreamAsync();
        await stream.DisposeAsync();

        await using var events = stream.GetAsyncEnumerator();

        await Should.ThrowAsync<ObjectDisposedException>(() => events.MoveNextAsync().Guarded());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_passed_after_disposal_can_be_cancelled(bool isCancelledBefore)
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
        using var client = Clients.To(server);
        var stream = await client.StreamAsync();
        await stream.DisposeAsync();
        using var reader = new CancellationTokenSource();
        if (isCancelledBefore)
        {
            await reader.CancelAsync();
        }

        var events = stream.GetAsyncEnumerator(reader.Token);
        await Should.ThrowAsync<Exception>(() => events.MoveNextAsync().Guarded());
        await events.DisposeAsync();

        await Should.NotThrowAsync(reader.CancelAsync);
    }

    [Fact]
    public async Task The_enumerator_can_be_disposed_while_it_waits()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
        using var client = Clients.To(server);
        var stream = await client.StreamAsync();
        var events = stream.GetAsyncEnumerator();
        var next = events.MoveNextAsync();

        await events.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => next.Guarded());
        await _emitted.WaitForDisconnectAsync();
    }

    [Fact]
    public async Task Concurrent_disposal_is_safe()
    {
        for (var run = 0; run < 50; run++)
        {
            var emitted = new ControlledStream();
            await using var server = await KestrelServer.StartAsync(emitted.RespondAsync);
            using var client = Clients.To(server);
            using var stop = new CancellationTokenSource();
            var stream = await client.StreamAsync(stop.Token);
            var reading = Streams.ReadToEndAsync(stream, cancellationToken: stop.Token);
            using var start = new Barrier(4);

            await Task.WhenAll(
                Task.Run(() => RunAsync(start, () => stream.DisposeAsync().AsTask())),
                Task.Run(() => RunAsync(start, () => stream.DisposeAsync().AsTask())),
                Task.Run(() => RunAsync(start, () => stream.DisposeAsync().AsTask())),
                Task.Run(() => RunAsync(start, stop.CancelAsync))).Guarded();

            var end = await reading.Guarded();
            (end.Error is ObjectDisposedException or OperationCanceledException).ShouldBeTrue(end.Error?.ToString());
        }
    }

    [Fact]
    public async Task A_stream_can_be_enumerated_only_once()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
        using var client = Clients.To(server);
        await using var stream = await client.StreamAsync();
        await using var events = stream.GetAsyncEnumerator();

        Should.Throw<InvalidOperationException>(() => stream.GetAsyncEnumerator()).Message.ShouldContain("StreamAsync");
    }

    [Fact]
    public async Task Other_calls_work_after_a_stream_was_disposed()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync, Responses.Agent());
        using var client = Clients.To(server);

        await (await client.StreamAsync()).DisposeAsync();

        (await client.Agents.GetAsync("agent_1").Guarded()).Id.ShouldBe("agent_1");
    }

    [Fact]
    public async Task A_stream_can_be_created_from_events_in_a_test()
    {
        await using var stream = new SessionEventStream(EventsAsync());

        (await Streams.ReadToEndAsync(stream)).ShouldEndNormally().ShouldHaveSingleItem().ShouldBeOfType<AgentThinkingEvent>();
        stream.RequestId.ShouldBeNull();
    }

    private static async IAsyncEnumerable<SessionEvent> EventsAsync()
    {
        await Task.Yield();
        yield return new AgentThinkingEvent();
    }

    private static Task RunAsync(Barrier start, Func<Task> run)
    {
        start.SignalAndWait();
        return run();
    }
}
