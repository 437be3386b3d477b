using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>Either token cancels the stream at any time, and the exception has that token.</summary>
public sealed class StreamCancellationTests
{
    public enum Owner
    {
        /// <summary>The token that the stream was opened with.</summary>
        Opener,

        /// <summary>The token that the stream is enumerated with.</summary>
        Reader,
    }

    [Theory]
    [InlineData(Owner.Opener)]
    [InlineData(Owner.Reader)]
    public async Task Cancellation_while_waiting_for_an_event(Owner owner)
    {
        using var test = await OpenAsync();

        var next = test.Events.MoveNextAsync();
        await test.SourceOf(owner).CancelAsync();

        await ShouldBeCancelledAsync(next, test.SourceOf(owner));
        await test.Events.DisposeAsync();
        await test.Emitted.WaitForDisconnectAsync();
    }

    [Theory]
    [InlineData(Owner.Opener)]
    [InlineData(Owner.Reader)]
    public async Task Cancellation_between_two_events(Owner owner)
    {
        using var test = await OpenAsync();
        await test.Emitted.WriteAsync(Streams.Message(1));
        (await test.Events.MoveNextAsync().Guarded()).ShouldBeTrue();

        await test.SourceOf(owner).CancelAsync();

        await ShouldBeCancelledAsync(test.Events.MoveNextAsync(), test.SourceOf(owner));
        await test.Events.DisposeAsync();
    }

    [Fact]
    public async Task Cancellation_by_the_opening_token_before_the_enumeration()
    {
        var emitted = new ControlledStream();
        await using var server = await KestrelServer.StartAsync(emitted.RespondAsync);
        using var client = Clients.To(server);
        using var opener = new CancellationTokenSource();
        await using var stream = await client.StreamAsync(opener.Token);

        await opener.CancelAsync();

        await using var events = stream.GetAsyncEnumerator();
        await ShouldBeCancelledAsync(events.MoveNextAsync(), opener);
    }

    [Fact]
    public async Task Cancellation_by_the_enumeration_token_before_the_enumeration()
    {
        var emitted = new ControlledStream();
        await using var server = await KestrelServer.StartAsync(emitted.RespondAsync);
        using var client = Clients.To(server);
        await using var stream = await client.StreamAsync();
        using var reader = new CancellationTokenSource();
        await reader.CancelAsync();

        await using var events = stream.GetAsyncEnumerator(reader.Token);

        await ShouldBeCancelledAsync(events.MoveNextAsync(), reader);
    }

    [Fact]
    public async Task WithCancellation_works_after_ConfigureAwait()
    {
        using var test = await OpenAsync();
        using var reader = new CancellationTokenSource();
        await test.Emitted.WriteAsync(Streams.Message(1));
        var seen = 0;

        var cancelled = await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var received in test.Unread.ConfigureAwait(false).WithCancellation(reader.Token))
            {
                seen++;
                await reader.CancelAsync();
            }
        });

        seen.ShouldBe(1);
        cancelled.CancellationToken.ShouldBe(reader.Token);
    }

    [Fact]
    public async Task Cancellation_after_the_end_has_no_effect()
    {
        using var test = await OpenAsync();
        await test.Emitted.WriteAsync(Streams.Idle);
        test.Emitted.End();
        (await test.Events.MoveNextAsync().Guarded()).ShouldBeTrue();
        (await test.Events.MoveNextAsync().Guarded()).ShouldBeFalse();
        await test.Events.DisposeAsync();

        await Should.NotThrowAsync(test.Opener.CancelAsync);
        await Should.NotThrowAsync(test.Reader.CancelAsync);
    }

    private static async Task ShouldBeCancelledAsync(ValueTask<bool> next, CancellationTokenSource by)
    {
        var cancelled = await Should.ThrowAsync<OperationCanceledException>(() => next.Guarded());
        cancelled.CancellationToken.ShouldBe(by.Token);
    }

    private static async Task<OpenTest> OpenAsync()
    {
        var emitted = new ControlledStream();
        var server = await KestrelServer.StartAsync(emitted.RespondAsync);
        var client = Clients.To(server);
        var opener = new CancellationTokenSource();
        return new OpenTest(emitted, server, client, opener, await client.StreamAsync(opener.Token));
    }

    private sealed class OpenTest(ControlledStream emitted, KestrelServer server, ManagedAgentsClient client, CancellationTokenSource opener, SessionEventStream stream) : IDisposable
    {
        public ControlledStream Emitted => emitted;

        public CancellationTokenSource Opener => opener;

        public CancellationTokenSource Reader { get; } = new();

        public SessionEventStream Unread => stream;

        public IAsyncEnumerator<SessionEvent> Events => field ??= stream.GetAsyncEnumerator(Reader.Token);

        public CancellationTokenSource SourceOf(Owner owner) => owner == Owner.Opener ? Opener : Reader;

        public void Dispose()
        {
            emitted.End();
            client.Dispose();
            opener.Dispose();
            Reader.Dispose();
            server.DisposeAsync().Guarded().GetAwaiter().GetResult();
        }
    }
}
