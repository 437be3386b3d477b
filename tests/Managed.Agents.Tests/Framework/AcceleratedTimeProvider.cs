using System.Diagnostics;

namespace Managed.Agents.Tests.Framework;

/// <summary>A clock that runs 1,000 times faster than the system clock, so that delays take milliseconds and keep their order.</summary>
/// <remarks>
/// FakeTimeProvider moves only when a test advances it. The chaos and stress tests cannot do that: their timers run beside real network I/O,
/// and advancing the time while a response is on its way would cause timeouts that did not happen.
/// </remarks>
internal sealed class AcceleratedTimeProvider : TimeProvider
{
    private const int Factor = 1000;

    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _startTimestamp = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + (Stopwatch.GetElapsedTime(_startTimestamp) * Factor);

    public override long GetTimestamp() => (Stopwatch.GetTimestamp() - _startTimestamp) * Factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period)));

    private static TimeSpan Scaled(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Factor;

    private sealed class FastTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Scaled(dueTime), Scaled(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
