namespace Managed.Agents.Emulator;

/// <summary>Calls when the next time of a schedule has come, at once or, as at the service, a little later. Guarded by the lock of the store.</summary>
internal sealed class ScheduleTimer : IDisposable
{
    // Timers do not reach further than some weeks.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

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

    /// <summary>The exact time that is waited for, or null while nothing is.</summary>
    public DateTimeOffset? ScheduledAt { get; private set; }

    /// <summary>Waits for the next time after now; for nothing where there is no schedule.</summary>
    public void Set(CronSchedule? schedule) => Set(schedule, _time.GetUtcNow());

    /// <summary>Waits for the time after the one that has come. It may have come as well, where the clock has jumped.</summary>
    public void SetNext(CronSchedule schedule) => Set(schedule, ScheduledAt!.Value);

    /// <summary>Whether a tick means that the time has come; if it came too early, the rest is waited for.</summary>
    public bool IsDue()
    {
        if (ScheduledAt is null || _time.GetUtcNow() >= _startsAt)
        {
            return ScheduledAt is not null;
        }

        Wait();
        return false;
    }

    public void Dispose() => _timer.Dispose();

    private void Set(CronSchedule? schedule, DateTimeOffset after)
    {
        ScheduledAt = schedule?.Next(after);
        if (ScheduledAt is { } scheduledAt)
        {
            _startsAt = scheduledAt + (_jitter?.Next(schedule!, scheduledAt) ?? TimeSpan.Zero);
            Wait();
        }
        else
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void Wait()
    {
        var wait = _startsAt - _time.GetUtcNow();
        _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }
}
