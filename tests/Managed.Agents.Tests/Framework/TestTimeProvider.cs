using Microsoft.Extensions.Time.Testing;

namespace Managed.Agents.Tests.Framework;

/// <summary>A <see cref="FakeTimeProvider"/> that also shows how many timers are active.</summary>
/// <remarks>FakeTimeProvider does not show them, and a test that advances the time before the client has set its timer waits forever.</remarks>
internal sealed class TestTimeProvider() : FakeTimeProvider(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero))
{
    private readonly HashSet<CountedTimer> _active = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];

    /// <summary>The number of timers that have a due time.</summary>
    public int ActiveTimers
    {
        get
        {
            lock (_active)
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
        lock (_active)
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

    private void SetActive(CountedTimer timer, bool isActive)
    {
        lock (_active)
        {
            if (!isActive)
            {
                _active.Remove(timer);
                return;
            }

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
                provider.SetActive(this, _isPeriodic);
                callback(state);
            });
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _isPeriodic = period > TimeSpan.Zero;
            _provider.SetActive(this, dueTime != Timeout.InfiniteTimeSpan);
            return _timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            _provider.SetActive(this, isActive: false);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
