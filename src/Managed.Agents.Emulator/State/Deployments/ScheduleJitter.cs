namespace Managed.Agents.Emulator;

/// <summary>The random delay of a scheduled run: up to 15 % of the interval to the next run. The upper bound is at least 5 seconds and at most 9 minutes.</summary>
internal sealed class ScheduleJitter(Random random)
{
    private static readonly TimeSpan MinLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxLimit = TimeSpan.FromMinutes(9);

    public TimeSpan Next(CronSchedule schedule, DateTimeOffset scheduledAt)
    {
        var share = (schedule.Next(scheduledAt) - scheduledAt) * 0.15 ?? MaxLimit;
        var limit = share < MinLimit ? MinLimit : share > MaxLimit ? MaxLimit : share;
        return limit * random.NextDouble();
    }
}
