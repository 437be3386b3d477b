using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>Either token ends the stream, at any time, with an exception that carries it.</summary>
public sealed class StreamCancellationTests
{
    public enum Owner
    {
        /// <summary>The token that the stream was opened with.</summary>
        Opener,

        /// <summary>The token that it is enumerated with.</summary>
        Reader,
    }

    [Theory]
    [InlineData(Owner.Opener)]
    [InlineData(Owner.Reader)]
    public async Task While_an_event_is_awaited(Owner owner)
    {
        using var test = await OpenAsync();

        var next = test.Events.MoveNextAsync();
        await test.SourceOf(owner).CancelAsync();

        await ShouldBeCancelledAsync(next, test.SourceOf(owner));
        await test.Events.DisposeAsync();
        await test.Emitted.LeftAsync();
    }

    [Theory]
    [InlineData(Owner.Opener)]
    [InlineData(Owner.Reader)]
    public async Task Between_two_events(Owner owner)
    {
        using var test = await OpenAsync();
        await test.Emitted.WriteAsync(Streams.Message(1));
        (await test.Events.MoveNextAsync().Guarded()).ShouldBeTrue();

        await test.SourceOf(owner).CancelAsync();

        await ShouldBeCancelledAsync(test.Events.MoveNextAsync(), test.SourceOf(owner));
        await test.Events.DisposeAsync();
    }

    [Fact]
    public async Task Before_the_enumeration_by_the_token_it_was_opened_with()
    {
        var emitted = new StubStream();
        await using var server = await StubServer.StartAsync(emitted.AnswerAsync);
        using var client = Clients.To(server);
        using var opener = new CancellationTokenSource();
        await using var stream = await client.StreamAsync(opener.Token);

        await opener.CancelAsync();

        await using var events = stream.GetAsyncEnumerator();
        await ShouldBeCancelledAsync(events.MoveNextAsync(), opener);
    }

    [Fact]
    public async Task Before_the_enumeration_by_the_token_it_is_enumerated_with()
    {
        var emitted = new StubStream();
        await using var server = await StubServer.StartAsync(emitted.AnswerAsync);
        using var client = Clients.To(server);
        await using var stream = await client.StreamAsync();
        using var reader = new CancellationTokenSource();
        await reader.CancelAsync();

        await using var events = stream.GetAsyncEnumerator(reader.Token);

        await ShouldBeCancelledAsync(events.MoveNextAsync(), reader);
    }

    [Fact]
    public async Task The_configured_form_takes_the_token_too()
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
    public async Task A_token_that_is_cancelled_after_the_end_finds_nothing_left_to_do()
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
        var emitted = new StubStream();
        var server = await StubServer.StartAsync(emitted.AnswerAsync);
        var client = Clients.To(server);
        var opener = new CancellationTokenSource();
        return new OpenTest(emitted, server, client, opener, await client.StreamAsync(opener.Token));
    }

    private sealed class OpenTest(StubStream emitted, StubServer server, ManagedAgentsClient client, CancellationTokenSource opener, SessionEventStream stream) : IDisposable
    {
        public StubStream Emitted => emitted;

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
