namespace Managed.Agents.Emulator;

/// <summary>
/// A timer for the next time of a schedule. With jitter, it fires a little later, as the service does. Guarded by the lock of the store.
/// </summary>
internal sealed class ScheduleTimer : IDisposable
{
    // Timers support delays of up to 49 days only.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(30);

    private readonly TimeProvider _time;
    private readonly ScheduleJitter? _jitter;
    private readonly ITimer _timer;
    private DateTimeOffset _startsAt;

    public ScheduleTimer(TimeProvider time, ScheduleJitter? jitter, Action<ScheduleTimer> tick)
    {
        _time = time;
        _jitter = jitter;
        _timer = time.CreateTimer(_ => tick(this), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The exact next scheduled time, or null when the timer is not set.</summary>
    public DateTimeOffset? ScheduledAt { get; private set; }

    /// <summary>Sets the timer to the next time after now, or stops it when there is no schedule.</summary>
    public void Set(CronSchedule? schedule) => Set(schedule, _time.GetUtcNow());

    /// <summary>Sets the timer to the scheduled time after the current one. That time may already be due if the clock has jumped.</summary>
    public void SetNext(CronSchedule schedule) => Set(schedule, ScheduledAt!.Value);

    /// <summary>Returns whether the scheduled time has been reached. If the timer fired too early, it is set again for the remaining time.</summary>
    public bool IsDue()
    {
        if (ScheduledAt is null || _time.GetUtcNow() >= _startsAt)
        {
            return ScheduledAt is not null;
        }

        StartTimer();
        return false;
    }

    public void Dispose() => _timer.Dispose();

    private void Set(CronSchedule? schedule, DateTimeOffset after)
    {
        ScheduledAt = schedule?.Next(after);
        if (ScheduledAt is { } scheduledAt)
        {
            _startsAt = scheduledAt + (_jitter?.Next(schedule!, scheduledAt) ?? TimeSpan.Zero);
            StartTimer();
        }
        else
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void StartTimer()
    {
        var wait = _startsAt - _time.GetUtcNow();
        _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < MaxWait ? wait : MaxWait, Timeout.InfiniteTimeSpan);
    }
}
