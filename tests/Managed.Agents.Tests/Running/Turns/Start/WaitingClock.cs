using Microsoft.Extensions.Time.Testing;

namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>A virtual clock that moves to the next timer whenever the flow that uses it waits: no thread executes it, and none of it is queued.</summary>
internal sealed class WaitingClock() : FakeTimeProvider(StartTime)
{
    /// <summary>How often the thread pool executes what is queued before the flow is taken to wait.</summary>
    private const int Rounds = 10;

    private static readonly DateTimeOffset StartTime = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<ITimer, DateTimeOffset> _due = [];
    private readonly FlowActivity _flow = new();

    public DateTimeOffset Now => GetUtcNow();

    public TimeSpan Elapsed => Now - StartTime;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new DueTimer(this, callback, state, dueTime, period);

    /// <summary>Runs a flow, and moves the time until it ends.</summary>
    /// <exception cref="TimeoutException">The flow did not end within the limit, or waits for something else than the time.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> start, TimeSpan limit)
    {
        var task = _flow.Run(start);
        var end = Now + limit;
        var started = TimeProvider.System.GetTimestamp();
        while (!task.IsCompleted)
        {
            if (!await IsWaitingAsync(task))
            {
                continue;
            }

            if (Next() is { } due && due <= end)
            {
                Advance(due > Now ? due - Now : TimeSpan.Zero);
            }
            else if (Next() is { } late)
            {
                throw new TimeoutException($"It still waits after {limit}, until {late - StartTime}.");
            }
            else if (TimeProvider.System.GetElapsedTime(started) > RealLimit)
            {
                throw new TimeoutException("It waits, but for no timer.");
            }
        }

        return await task;
    }

    private async Task<bool> IsWaitingAsync(Task task)
    {
        var before = _flow.Changes;
        for (var round = 0; round < Rounds && !_flow.IsActive && !task.IsCompleted; round++)
        {
            await Task.Yield();
        }

        return !_flow.IsActive && before == _flow.Changes && !task.IsCompleted;
    }

    private DateTimeOffset? Next()
    {
        lock (_gate)
        {
            return _due.Count == 0 ? null : _due.Values.Min();
        }
    }

    private void Set(DueTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                _due.Remove(timer);
            }
            else
            {
                _due[timer] = Now + dueTime;
            }
        }
    }

    private ITimer CreateInner(TimerCallback callback) => base.CreateTimer(callback, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private sealed class DueTimer : ITimer
    {
        private readonly WaitingClock _clock;
        private readonly ITimer _inner;

        public DueTimer(WaitingClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _clock = clock;
            _inner = clock.CreateInner(_ =>
            {
                clock.Set(this, Timeout.InfiniteTimeSpan);
                callback(state);
            });
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            // No timer of a turn is periodic.
            _clock.Set(this, dueTime);
            return _inner.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            _clock.Set(this, Timeout.InfiniteTimeSpan);
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
