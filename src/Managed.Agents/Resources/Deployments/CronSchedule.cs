using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A schedule by the clock on the wall of a time zone.</summary>
/// <remarks>
/// An hour that daylight saving skips starts nothing; one that it doubles starts twice. A session starts at its time or shortly after:
/// up to 15 % of the interval, from 5 seconds to 9 minutes.
/// </remarks>
public sealed record CronSchedule : DeploymentSchedule
{
    /// <summary>Makes a schedule; set <see cref="Expression"/> and <see cref="Timezone"/>.</summary>
    public CronSchedule()
    {
    }

    /// <summary>Makes a schedule.</summary>
    /// <param name="expression">Five fields, as in <see cref="Expression"/>.</param>
    /// <param name="timezone">An IANA time zone, for example <c>Europe/Paris</c>.</param>
    [SetsRequiredMembers]
    public CronSchedule(string expression, string timezone)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(timezone);
        Expression = expression;
        Timezone = timezone;
    }

    /// <summary>Minute, hour, day of the month, month and day of the week, for example <c>0 9 * * 1-5</c>.</summary>
    /// <value>POSIX cron; 0 and 7 are both Sunday. No seconds or years, no <c>L W # ?</c>, no shortcuts such as <c>@daily</c>.</value>
    public required string Expression { get; init; }

    /// <summary>The IANA time zone that the expression is read in, for example <c>Europe/Paris</c>.</summary>
    public required string Timezone { get; init; }

    /// <summary>When the schedule last started a run; null before the first, and in a request.</summary>
    public DateTimeOffset? LastRunAt { get; init; }

    /// <summary>The exact times of the next runs, at most 5; empty once the deployment is archived, and in a request.</summary>
    public IReadOnlyList<DateTimeOffset> UpcomingRunsAt { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
