using System.Globalization;
using System.Text;

namespace Managed.Agents;

/// <summary>Builds the query of a request. Null values are omitted. Lists are written as repeated <c>name[]</c> parameters.</summary>
internal sealed class QueryString
{
    private readonly StringBuilder _query = new();

    public QueryString Add(string name, string? value)
    {
        if (value is not null)
        {
            _query.Append(_query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public QueryString Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryString Add(string name, bool? value) => Add(name, value is null ? null : value.Value ? "true" : "false");

    public QueryString Add(string name, DateTimeOffset? value) =>
        Add(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    /// <summary>Adds a duration as whole seconds, rounded up so that a short duration does not become zero.</summary>
    public QueryString AddSeconds(string name, TimeSpan? value) => AddUnits(name, value, TimeSpan.TicksPerSecond);

    /// <summary>Adds a duration as whole milliseconds, rounded up so that a short duration does not become zero.</summary>
    public QueryString AddMilliseconds(string name, TimeSpan? value) => AddUnits(name, value, TimeSpan.TicksPerMillisecond);

    public QueryString Add(string name, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            Add(name + "[]", value);
        }

        return this;
    }

    public QueryString Add<T>(string name, T? value)
        where T : struct, IOpenEnum<T> => Add(name, value?.Value);

    public QueryString Add<T>(string name, IReadOnlyList<T> values)
        where T : struct, IOpenEnum<T>
    {
        foreach (var value in values)
        {
            Add(name + "[]", value.Value);
        }

        return this;
    }

    public override string ToString() => _query.ToString();

    private QueryString AddUnits(string name, TimeSpan? value, long ticks) =>
        Add(name, value is { } duration ? ((duration.Ticks / ticks) + (duration.Ticks % ticks > 0 ? 1 : 0)).ToString(CultureInfo.InvariantCulture) : null);
}
