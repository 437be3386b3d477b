namespace Managed.Agents.Emulator;

/// <summary>A clock that stands still until it is moved: for <see cref="AgentsEmulatorOptions.TimeProvider"/>, so that days pass in no time.</summary>
/// <remarks>Timers run on the thread that moves the clock, in the order in which they are due, each at its own time.</remarks>
/// <param name="start">What the clock shows at first.</param>
public class EmulatorClock(DateTimeOffset start) : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];
    private DateTimeOffset _now = start;

    /// <summary>UTC.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>As many as a second has ticks.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers are set: what waits for this clock.</summary>
    public int SetTimers
    {
        get
        {
            lock (_timers)
            {
                return _timers.Count;
            }
        }
    }

    /// <summary>What the clock shows.</summary>
    /// <returns>The time, in UTC.</returns>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_timers)
        {
            return _now;
        }
    }

    /// <summary>What the clock shows, in ticks.</summary>
    /// <returns>The ticks.</returns>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Makes a timer of this clock.</summary>
    /// <param name="callback">What it calls.</param>
    /// <param name="state">What the call is given.</param>
    /// <param name="dueTime">When it calls first; infinite for not yet.</param>
    /// <param name="period">When it calls again; zero or infinite for never.</param>
    /// <returns>The timer.</returns>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on and runs every timer that falls due on the way.</summary>
    /// <param name="time">By how much; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative: this clock does not go back.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        DateTimeOffset target;
        lock (_timers)
        {
            target = _now + time;
        }

        while (TakeDue(target) is { } due)
        {
            due.Fire();
        }

        lock (_timers)
        {
            _now = target;
        }
    }

    /// <summary>Ends when at least so many timers are set: then moving the clock cannot come too early.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends then.</returns>
    public Task WhenTimersAsync(int count, CancellationToken cancellationToken = default)
    {
        lock (_timers)
        {
            if (_timers.Count >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset target)
    {
        lock (_timers)
        {
            var due = _timers.Where(timer => timer.Due <= target).MinBy(static timer => timer.Due);
            if (due is null)
            {
                return null;
            }

            _now = due.Due > _now ? due.Due : _now;
            if (due.Period > TimeSpan.Zero)
            {
                due.Due += due.Period;
            }
            else
            {
                _timers.Remove(due);
            }

            return due;
        }
    }

    private void Set(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_timers)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + dueTime;
            timer.Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
            _timers.Add(timer);
            foreach (var (count, reached) in _waiters.Where(waiter => waiter.Count <= _timers.Count))
            {
                reached.TrySetResult();
            }

            _waiters.RemoveAll(waiter => waiter.Count <= _timers.Count);
        }
    }

    private void Remove(ManualTimer timer)
    {
        lock (_timers)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class ManualTimer(EmulatorClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
