using System.Text.Json.Nodes;
using Quartz;

namespace Managed.Agents.Emulator;

/// <summary>
/// A cron expression read by the clock on the wall of a time zone: what the clock skips does not happen, what it shows twice happens twice.
/// </summary>
internal sealed class CronSchedule
{
    // No clock on earth goes back by more at once.
    private static readonly TimeSpan MostRepeated = TimeSpan.FromHours(3);

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
        var schedule = new CronSchedule(CronFields.Read(expression), Zone(sent.Text("timezone")!));
        return schedule.Next(now) is not null ? schedule : throw ApiError.InvalidRequest($"schedule.expression: \"{expression}\" never comes.");
    }

    public DateTimeOffset? Next(DateTimeOffset after)
    {
        foreach (var time in After(after))
        {
            return time;
        }

        return null;
    }

    /// <summary>Every time of the schedule after another one, in order.</summary>
    public IEnumerable<DateTimeOffset> After(DateTimeOffset after)
    {
        // What the clock shows for the second time comes after everything it shows for the first.
        var repeated = new Queue<DateTimeOffset>();
        for (var wall = NextOnWall(after.ToUniversalTime() + _zone.GetUtcOffset(after) - MostRepeated); wall is not null; wall = NextOnWall(wall.Value))
        {
            var times = Times(wall.Value);
            while (times.Count > 0 && repeated.TryPeek(out var second) && second < times[0])
            {
                yield return repeated.Dequeue();
            }

            foreach (var (index, time) in times.Numbered().Where(entry => entry.Item > after))
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
        // The system knows names of its own as well, which the API does not.
        var isIana = name == "UTC" || !TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out _);
        return isIana && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw ApiError.InvalidRequest($"schedule.timezone: \"{name}\" is not an IANA time zone such as Europe/Paris.");
    }

    private DateTimeOffset? NextOnWall(DateTimeOffset wall) => _expressions.Min(expression => expression.GetTimeAfter(wall));

    /// <summary>When the clock shows a time: never, once or twice.</summary>
    private List<DateTimeOffset> Times(DateTimeOffset wall)
    {
        var day = TimeSpan.FromDays(1);
        return [.. new[] { _zone.GetUtcOffset(wall - day), _zone.GetUtcOffset(wall + day) }
            .Distinct()
            .Where(offset => _zone.GetUtcOffset(wall - offset) == offset)
            .Select(offset => wall - offset)
            .Order()];
    }
}
