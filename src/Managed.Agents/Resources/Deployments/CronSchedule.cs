using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A cron schedule in the local time of a time zone.</summary>
/// <remarks>
/// Times that daylight saving skips do not start a run. Times that it repeats start two runs. A run can start late, by at most 15 % of
/// the interval. This limit is never below 5 seconds or above 9 minutes.
/// </remarks>
public sealed record CronSchedule : DeploymentSchedule
{
    /// <summary>Initializes a new instance of the <see cref="CronSchedule"/> class. Set <see cref="Expression"/> and <see cref="Timezone"/>.</summary>
    public CronSchedule()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CronSchedule"/> class.</summary>
    /// <param name="expression">The cron expression. See <see cref="Expression"/>.</param>
    /// <param name="timezone">An IANA time zone, for example <c>Europe/Paris</c>.</param>
    [SetsRequiredMembers]
    public CronSchedule(string expression, string timezone)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(timezone);
        Expression = expression;
        Timezone = timezone;
    }

    /// <summary>The cron expression: minute, hour, day of the month, month and day of the week, for example <c>0 9 * * 1-5</c>.</summary>
    /// <value>POSIX cron syntax. 0 and 7 both mean Sunday. Not supported: seconds, years, <c>L W # ?</c> and shortcuts such as <c>@daily</c>.</value>
    public required string Expression { get; init; }

    /// <summary>The IANA time zone of the expression, for example <c>Europe/Paris</c>.</summary>
    public required string Timezone { get; init; }

    /// <summary>When the schedule last started a run; <see langword="null"/> before the first run and in a request.</summary>
    public DateTimeOffset? LastRunAt { get; init; }

    /// <summary>The exact times of the next runs, at most 5. Empty when the deployment is archived and in a request.</summary>
    public IReadOnlyList<DateTimeOffset> UpcomingRunsAt { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
