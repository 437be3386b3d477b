using System.Text.Json.Nodes;
using Cronos;

namespace Managed.Agents.Emulator;

/// <summary>
/// A cron expression evaluated in the local time of a time zone. A local time that a clock change skips does not match. A local time that
/// a clock change repeats matches twice.
/// </summary>
internal sealed class CronSchedule
{
    // The largest amount by which any time zone sets its clock back in one change.
    private static readonly TimeSpan MaxRepeated = TimeSpan.FromHours(3);

    private readonly IReadOnlyList<CronExpression> _expressions;
    private readonly TimeZoneInfo _zone;

    private CronSchedule(IReadOnlyList<CronExpression> expressions, TimeZoneInfo zone)
    {
        _expressions = expressions;
        _zone = zone;
    }

    public static CronSchedule Parse(JsonObject sent, DateTimeOffset now)
    {
        var expression = sent.Text("expression")!;
        var schedule = new CronSchedule(CronExpressions.Parse(expression), Zone(sent.Text("timezone")!));
        return schedule.Next(now) is not null ? schedule : throw ApiError.InvalidRequest($"schedule.expression: \"{expression}\" never matches.");
    }

    public DateTimeOffset? Next(DateTimeOffset after)
    {
        foreach (var time in After(after))
        {
            return time;
        }

        return null;
    }

    /// <summary>Returns the times of the schedule after a time, in ascending order.</summary>
    public IEnumerable<DateTimeOffset> After(DateTimeOffset after)
    {
        // The second occurrence of a repeated local time comes after the first occurrences of all the others.
        var repeated = new Queue<DateTimeOffset>();
        for (var local = NextLocal(after.ToUniversalTime() + _zone.GetUtcOffset(after) - MaxRepeated); local is not null; local = NextLocal(local.Value))
        {
            var times = Times(local.Value);
            while (times.Count > 0 && repeated.TryPeek(out var second) && second < times[0])
            {
                yield return repeated.Dequeue();
            }

            foreach (var (index, time) in times.WithIndex().Where(entry => entry.Item > after))
            {
                if (index == 0)
                {
                    yield return time;
                }
                else
                {
                    repeated.Enqueue(time);
                }
            }
        }
    }

    private static TimeZoneInfo Zone(string name)
    {
        // The system also knows Windows names, which the API does not accept.
        var isIana = name == "UTC" || !TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out _);
        return isIana && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw ApiError.InvalidRequest($"schedule.timezone: \"{name}\" is not a valid IANA time zone such as Europe/Paris.");
    }

    // The computation treats local time as UTC and applies the offset afterwards.
    private DateTimeOffset? NextLocal(DateTimeOffset local) => _expressions.Min(expression => expression.GetNextOccurrence(local.UtcDateTime));

    /// <summary>Returns the instants at which the clock shows a local time: none, one or two.</summary>
    private List<DateTimeOffset> Times(DateTimeOffset local)
    {
        var day = TimeSpan.FromDays(1);
        return [.. new[] { _zone.GetUtcOffset(local - day), _zone.GetUtcOffset(local + day) }
            .Distinct()
            .Where(offset => _zone.GetUtcOffset(local - offset) == offset)
            .Select(offset => local - offset)
            .Order()];
    }
}
