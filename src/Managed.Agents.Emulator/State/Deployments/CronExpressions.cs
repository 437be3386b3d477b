using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;

namespace Managed.Agents.Emulator;

/// <summary>Parses POSIX cron expressions: five fields of numbers. The library also accepts names, shortcuts and other extensions, which the API refuses.</summary>
internal static class CronExpressions
{
    private static readonly char[] Blanks = [' ', '\t'];

    // A number, a range, or a step over a range or over all values.
    private static readonly Regex Part = new(@"^(?:\d{1,2}|(?:\*|(?<low>\d{1,2})-(?<high>\d{1,2}))(?:/\d{1,2})?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>
    /// Parses an expression. Returns two expressions if both the day of the month and the day of the week are restricted, because either
    /// may match.
    /// </summary>
    public static IReadOnlyList<CronExpression> Parse(string text)
    {
        if (text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) is not [var minute, var hour, var day, var month, var weekday] fields)
        {
            throw ApiError.InvalidRequest(
                $"schedule.expression: \"{text}\" must have the five fields minute, hour, day of the month, month and day of the week (no seconds, no years, no shortcuts).");
        }

        if (fields.SelectMany(static field => field.Split(',')).FirstOrDefault(static part => !IsValid(part)) is { } invalid)
        {
            throw ApiError.InvalidRequest($"schedule.expression: \"{invalid}\" is not a number, an ascending range or a step such as */5 or 0-30/5.");
        }

        string[] expressions = day == "*" || weekday == "*" ? [text] : [$"{minute} {hour} {day} {month} *", $"{minute} {hour} * {month} {weekday}"];
        try
        {
            return [.. expressions.Select(static expression => CronExpression.Parse(expression))];
        }
        catch (CronFormatException malformed)
        {
            throw ApiError.InvalidRequest($"schedule.expression: \"{text}\": {malformed.Message}");
        }
    }

    private static bool IsValid(string part) => Part.Match(part) is { Success: true } match && !(Number(match.Groups["low"]) > Number(match.Groups["high"]));

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
