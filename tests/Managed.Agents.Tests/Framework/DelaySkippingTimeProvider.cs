using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Managed.Agents.Tests.Framework;

/// <summary>
/// A virtual clock that moves to the end of each deliberate delay at once. Timeouts never elapse by themselves, however slow the machine is.
/// </summary>
/// <remarks>
/// The library waits at most ten seconds on purpose: for the history, between attempts, for a claim. Its timeouts are longer, except for
/// those of a shutdown. So a test can run with the default options beside a real server, in real time that does not depend on them.
/// </remarks>
internal sealed class DelaySkippingTimeProvider : FakeTimeProvider
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    // One reader, so that the clock moves to one end after the other. The delays themselves continue on other threads.
    private readonly Channel<SkippedTimer> _delays = Channel.CreateUnbounded<SkippedTimer>(new() { SingleReader = true });

    public DelaySkippingTimeProvider()
        : base(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)) => _ = SkipAsync();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SkippedTimer(this, base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    private async Task SkipAsync()
    {
        await foreach (var timer in _delays.Reader.ReadAllAsync())
        {
            if (timer.Due is { } due && due - GetUtcNow() is var left && left > TimeSpan.Zero)
            {
                Advance(left);
            }
        }
    }

    private sealed class SkippedTimer(DelaySkippingTimeProvider clock, ITimer timer) : ITimer
    {
        private readonly Lock _gate = new();
        private DateTimeOffset? _due;

        /// <summary>When the delay ends; null if it is over or was stopped.</summary>
        public DateTimeOffset? Due
        {
            get
            {
                lock (_gate)
                {
                    return _due;
                }
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isDelay = dueTime > TimeSpan.Zero && dueTime <= LongestDelay && period == Timeout.InfiniteTimeSpan;
            Stop();
            var changed = timer.Change(dueTime, period);
            lock (_gate)
            {
                // Read after the change: the clock may have moved in between, and must move far enough.
                _due = isDelay ? clock.GetUtcNow() + dueTime : null;
            }

            if (isDelay)
            {
                clock._delays.Writer.TryWrite(this);
            }

            return changed;
        }

        public void Dispose()
        {
            Stop();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Stop();
            return timer.DisposeAsync();
        }

        private void Stop()
        {
            lock (_gate)
            {
                _due = null;
            }
        }
    }
}
