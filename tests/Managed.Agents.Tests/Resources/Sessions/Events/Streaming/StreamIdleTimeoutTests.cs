using System.Text;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>The idle timeout of streams, on a clock that only the test advances.</summary>
public sealed class StreamIdleTimeoutTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly TestTimeProvider _clock = new();
    private readonly ControlledStream _emitted = new();

    [Fact]
    public async Task An_idle_stream_times_out_and_the_exception_says_how_to_change_the_timeout()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
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
    public async Task Any_byte_restarts_the_timeout(string bytes)
    {
        await using var body = new ControlledBody();
        using var handler = body.AsHandler();
        using var client = Clients.Over(handler, static options => options.StreamIdleTimeout = Limit, _clock);
        await using var stream = await client.StreamAsync();
        await using var events = stream.GetAsyncEnumerator();
        var next = events.MoveNextAsync();
        _clock.Advance(Limit - Tick);

        body.Supply(Encoding.UTF8.GetBytes(bytes));
        await body.WaitForReadsAsync(2);
        _clock.Advance(Limit - Tick);
        next.IsCompleted.ShouldBeFalse();
        _clock.Advance(Tick);

        await Should.ThrowAsync<ManagedAgentsTimeoutException>(() => next.Guarded());
    }

    [Fact]
    public async Task The_time_of_the_consumer_does_not_count()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
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
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
        using var client = Client(server);
        await using var stream = await client.StreamAsync();

        _clock.Advance(TimeSpan.FromDays(1));

        await _emitted.WriteAsync(Streams.Message(1));
        await using var events = stream.GetAsyncEnumerator();
        (await events.MoveNextAsync().Guarded()).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_timeout_a_stream_can_be_idle_indefinitely()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
        using var client = Clients.To(server, clock: _clock);
        await using var stream = await client.StreamAsync();
        await using var events = stream.GetAsyncEnumerator();

        var next = events.MoveNextAsync();
        _clock.Advance(TimeSpan.FromDays(365));
        await _emitted.WriteAsync(Streams.Message(1));

        (await next.Guarded()).ShouldBeTrue();
    }

    [Fact]
    public async Task Leaving_a_stream_leaves_no_active_timer()
    {
        await using var server = await KestrelServer.StartAsync(_emitted.RespondAsync);
        using var client = Client(server);
        var stream = await client.StreamAsync();
        await _emitted.WriteAsync(Streams.Message(1));
        await foreach (var received in stream)
        {
            received.Id.ShouldBe("sevt_1");
            break;
        }

        _clock.ActiveTimers.ShouldBe(0);
    }

    private ManagedAgentsClient Client(KestrelServer server) => Clients.To(server, static options => options.StreamIdleTimeout = Limit, _clock);
}
