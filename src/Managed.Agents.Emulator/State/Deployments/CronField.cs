using System.Globalization;

namespace Managed.Agents.Emulator;

/// <summary>One of the five fields of a POSIX cron expression: the numbers it stands for.</summary>
internal sealed class CronField
{
    private readonly SortedSet<int> _values = [];
    private readonly string _name;
    private readonly int _from;
    private readonly int _to;

    public CronField(string text, string name, int from, int to)
    {
        (_name, _from, _to) = (name, from, to);
        foreach (var part in text.Split(','))
        {
            Add(part);
        }
    }

    public IEnumerable<int> Values => _values;

    /// <summary>Whether the field rules nothing out.</summary>
    public bool IsEvery => _values.Count == _to - _from + 1;

    private void Add(string part)
    {
        var (range, step) = part.Split('/') switch
        {
            [var all] => (all, 1),
            [var some, var text] when some == "*" || some.Contains('-', StringComparison.Ordinal) => (some, Number(text, 1, _to, part)),
            _ => throw Bad(part, "a step stands once, behind * or a range"),
        };
        var (first, last) = range == "*" ? (_from, _to) : range.Split('-') switch
        {
            [var one] => (Number(one, part), Number(one, part)),
            [var low, var high] => (Number(low, part), Number(high, part)),
            _ => throw Bad(part, "a range has one hyphen"),
        };
        if (first > last)
        {
            throw Bad(part, "a range goes upwards");
        }

        for (var value = first; value <= last; value += step)
        {
            _values.Add(value);
        }
    }

    private int Number(string text, string part) => Number(text, _from, _to, part);

    private int Number(string text, int from, int to, string part) =>
        text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw Bad(part, $"\"{text}\" is not a number from {from} to {to}");

    private ApiError Bad(string part, string rule) => ApiError.InvalidRequest($"schedule.expression: {_name} \"{part}\": {rule}.");
}
