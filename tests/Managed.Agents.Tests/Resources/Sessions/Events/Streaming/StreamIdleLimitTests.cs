using System.Text;
using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>How long a stream may be silent, on a clock that only the test moves.</summary>
public sealed class StreamIdleLimitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly StubStream _emitted = new();

    [Fact]
    public async Task Silence_ends_the_stream_and_says_which_limit_ran_out_and_how_to_change_it()
    {
        await using var server = await StubServer.StartAsync(_emitted.AnswerAsync);
        using var client = Client(server);
        await using var stream = await client.StreamAsync();
        await using var events = stream.GetAsyncEnumerator();

        var next = events.MoveNextAsync();
        _clock.Advance(Limit - Tick);
        next.IsCompleted.ShouldBeFalse();
        _clock.Advance(Tick);

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => next.Guarded());
        error.Kind.ShouldBe(TimeoutKind.StreamIdle);
        error.Timeout.ShouldBe(Limit);
        error.RequestId.ShouldBe("req_stream");
        error.Message.ShouldContain("00:05:00");
        error.Message.ShouldContain("ManagedAgentsOptions.StreamIdleTimeout");
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("event: ping\ndata: {}\n\n")]
    [InlineData(":\n\n")]
    [InlineData("d")]
    public async Task Any_byte_begins_the_limit_anew(string bytes)
    {
        await using var body = new FedStream();
        using var handler = body.AsHandler();
        using var client = Clients.Over(handler, static options => options.StreamIdleTimeout = Limit, _clock);
        await using var stream = await client.StreamAsync();
        await using var events = stream.GetAsyncEnumerator();
        var next = events.MoveNextAsync();
        _clock.Advance(Limit - Tick);

        body.Feed(Encoding.UTF8.GetBytes(bytes));
        await body.ReadsBegunAsync(2);
        _clock.Advance(Limit - Tick);
        next.IsCompleted.ShouldBeFalse();
        _clock.Advance(Tick);

        await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => next.Guarded());
    }

    [Fact]
    public async Task The_time_that_the_reader_takes_does_not_count()
    {
        await using var server = await StubServer.StartAsync(_emitted.AnswerAsync);
        using var client = Client(server);
        await using var stream = await client.StreamAsync();
        await using var events = stream.GetAsyncEnumerator();
        await _emitted.WriteAsync(Streams.Message(1));
        (await events.MoveNextAsync().Guarded()).ShouldBeTrue();

        _clock.Advance(TimeSpan.FromDays(1));

        var next = events.MoveNextAsync();
        await _emitted.WriteAsync(Streams.Message(2));
        (await next.Guarded()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_time_before_the_enumeration_does_not_count()
    {
        await using var server = await StubServer.StartAsync(_emitted.AnswerAsync);
        using var client = Client(server);
        await using var stream = await client.StreamAsync();

        _clock.Advance(TimeSpan.FromDays(1));

        await _emitted.WriteAsync(Streams.Message(1));
        await using var events = stream.GetAsyncEnumerator();
        (await events.MoveNextAsync().Guarded()).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_limit_a_stream_may_be_silent_for_ever()
    {
        await using var server = await StubServer.StartAsync(_emitted.AnswerAsync);
        using var client = Clients.To(server, clock: _clock);
        await using var stream = await client.StreamAsync();
        await using var events = stream.GetAsyncEnumerator();

        var next = events.MoveNextAsync();
        _clock.Advance(TimeSpan.FromDays(365));
        await _emitted.WriteAsync(Streams.Message(1));

        (await next.Guarded()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_that_was_left_leaves_no_timer_behind()
    {
        await using var server = await StubServer.StartAsync(_emitted.AnswerAsync);
        using var client = Client(server);
        var stream = await client.StreamAsync();
        await _emitted.WriteAsync(Streams.Message(1));
        await foreach (var received in stream)
        {
            received.Id.ShouldBe("sevt_1");
            break;
        }

        _clock.ActiveTimerCount.ShouldBe(0);
    }

    private ManagedAgentsClient Client(StubServer server) => Clients.To(server, static options => options.StreamIdleTimeout = Limit, _clock);
}
