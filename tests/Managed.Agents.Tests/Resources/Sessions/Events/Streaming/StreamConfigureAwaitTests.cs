using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events.Streaming;

/// <summary>The context in which a loop over a stream continues.</summary>
public sealed class StreamConfigureAwaitTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_loop_returns_to_its_context_only_when_it_is_configured_to(bool continueOnCapturedContext)
    {
        var emitted = new ControlledStream();
        await using var server = await KestrelServer.StartAsync(emitted.RespondAsync);
        using var client = Clients.To(server);
        var stream = await client.StreamAsync();
        var context = new CountingContext();

        var reading = context.Start(() => FirstAsync(stream, continueOnCapturedContext));
        await emitted.WriteAsync(Streams.Message(1));

        (await reading.Guarded()).ShouldBe("sevt_1");
        (context.Posts > 0).ShouldBe(continueOnCapturedContext);
    }

    private static async Task<string?> FirstAsync(SessionEventStream stream, bool continueOnCapturedContext)
    {
        await foreach (var received in stream.ConfigureAwait(continueOnCapturedContext))
        {
            return received.Id;
        }

        return null;
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }

        /// <summary>Runs the beginning of a task in this context.</summary>
        public Task<T> Start<T>(Func<Task<T>> begin)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                return begin();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }
    }
}
