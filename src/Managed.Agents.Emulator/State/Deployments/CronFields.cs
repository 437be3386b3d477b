using Quartz;

namespace Managed.Agents.Emulator;

/// <summary>The five fields of a POSIX cron expression, in the words of the library that finds what they match.</summary>
internal static class CronFields
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Reads an expression. Where both the day of the month and the day of the week are restricted, either may match: then there are two.</summary>
    public static IReadOnlyList<CronExpression> Read(string text)
    {
        if (text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) is not [var minute, var hour, var day, var month, var weekday])
        {
            throw ApiError.InvalidRequest(
                $"schedule.expression: \"{text}\" must have the five fields minute, hour, day of the month, month and day of the week (no seconds, no years, no shortcuts).");
        }

        var time = $"0 {List(new CronField(minute, "minute", 0, 59))} {List(new CronField(hour, "hour", 0, 23))}";
        var months = List(new CronField(month, "month", 1, 12));
        var days = new CronField(day, "day of the month", 1, 31);
        var weekdays = new CronField(weekday, "day of the week", 0, 7);
        var anyWeekday = weekdays.Values.Select(static value => value % 7).Distinct().Count() == 7;

        List<CronExpression> expressions = [];
        if (!days.IsEvery || anyWeekday)
        {
            expressions.Add(Expression($"{time} {List(days)} {months} ?"));
        }

        if (!anyWeekday)
        {
            // The library counts from Sunday, which is 1; in POSIX it is 0 and 7.
            expressions.Add(Expression($"{time} ? {months} {string.Join(',', weekdays.Values.Select(static value => (value % 7) + 1).Distinct())}"));
        }

        return expressions;
    }

    private static string List(CronField field) => field.IsEvery ? "*" : string.Join(',', field.Values);

    // Wall clocks are compared with wall clocks; what they are in the world is the schedule's matter.
    private static CronExpression Expression(string text) => new(text) { TimeZone = TimeZoneInfo.Utc };
}
