namespace Managed.Agents.Emulator;

/// <summary>How much later than its exact time a run starts: up to 15 % of the time to the next one, a limit of at least 5 seconds and at most 9 minutes.</summary>
internal sealed class ScheduleJitter(Random random)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(9);

    public TimeSpan Next(CronSchedule schedule, DateTimeOffset scheduledAt)
    {
        var share = (schedule.Next(scheduledAt) - scheduledAt) * 0.15 ?? Most;
        var limit = share < Least ? Least : share > Most ? Most : share;
        return limit * random.NextDouble();
    }
}
