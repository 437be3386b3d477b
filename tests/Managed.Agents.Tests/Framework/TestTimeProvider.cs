using Microsoft.Extensions.Time.Testing;

namespace Managed.Agents.Tests.Framework;

/// <summary>A <see cref="FakeTimeProvider"/> that also shows how many timers are active.</summary>
/// <remarks>FakeTimeProvider does not show them, and a test that advances the time before the client has set its timer waits forever.</remarks>
internal sealed class TestTimeProvider() : FakeTimeProvider(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _gate = new();
    private readonly HashSet<CountedTimer> _active = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];

    /// <summary>The number of timers that have a due time.</summary>
    public int ActiveTimers
    {
        get
        {
            lock (_gate)
            {
                return _active.Count;
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new CountedTimer(this, callback, state, dueTime, period);

    /// <summary>Waits until at least this many timers are active.</summary>
    public Task WaitForTimersAsync(int count)
    {
        lock (_gate)
        {
            if (_active.Count >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task.Guarded();
        }
    }

    /// <summary>Advances the time step by step, each time a timer is active, until the task completes.</summary>
    public async Task AdvanceUntilAsync(Task task, TimeSpan step)
    {
        while (await Task.WhenAny(task, WaitForTimersAsync(1)).Guarded() != task)
        {
            Advance(step);
        }

        await task;
    }

    private void Deactivate(CountedTimer timer)
    {
        lock (_gate)
        {
            _active.Remove(timer);
        }
    }

    /// <summary>
    /// Starts a timer and then counts it, in one step under the lock, because a test may advance the time as soon as it sees the timer.
    /// </summary>
    private void Activate(CountedTimer timer, Action arm)
    {
        lock (_gate)
        {
            arm();
            _active.Add(timer);
            _waiters.RemoveAll(waiter => waiter.Count <= _active.Count && waiter.Reached.TrySetResult());
        }
    }

    private ITimer CreateUncountedTimer(TimerCallback callback) => base.CreateTimer(callback, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private sealed class CountedTimer : ITimer
    {
        private readonly TestTimeProvider _provider;
        private readonly ITimer _timer;
        private bool _isPeriodic;

        public CountedTimer(TestTimeProvider provider, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _provider = provider;
            _timer = provider.CreateUncountedTimer(_ =>
            {
                if (!_isPeriodic)
                {
                    provider.Deactivate(this);
                }

                callback(state);
            });
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _isPeriodic = period > TimeSpan.Zero;
            if (dueTime <= TimeSpan.Zero)
            {
                // The timer is stopped, or it is due now and fires within the call, so no test can wait for it.
                _provider.Deactivate(this);
                return _timer.Change(dueTime, period);
            }

            _provider.Activate(this, () => _timer.Change(dueTime, period));
            return true;
        }

        public void Dispose()
        {
            _provider.Deactivate(this);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
