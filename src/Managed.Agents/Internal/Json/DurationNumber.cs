using System.Text.Json;

namespace Managed.Agents;

/// <summary>Reads and writes durations as JSON numbers in a given unit.</summary>
internal static class DurationNumber
{
    /// <summary>
    /// Reads a duration. A number that is out of the range of <see cref="TimeSpan"/> is limited to it, because stored values must stay
    /// readable.
    /// </summary>
    public static TimeSpan Read(ref Utf8JsonReader reader, long ticksPerUnit)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw new JsonException("A duration is a JSON number.");
        }

        if (!reader.TryGetDecimal(out var number))
        {
            return reader.TryGetDouble(out var large) && large < 0 ? TimeSpan.MinValue : TimeSpan.MaxValue;
        }

        return number >= (decimal)long.MaxValue / ticksPerUnit ? TimeSpan.MaxValue
            : number <= (decimal)long.MinValue / ticksPerUnit ? TimeSpan.MinValue
            : new TimeSpan((long)(number * ticksPerUnit));
    }

    /// <summary>Writes a duration. The division is exact, so whole units are written without a fraction.</summary>
    public static void Write(Utf8JsonWriter writer, TimeSpan value, long ticksPerUnit) => writer.WriteNumberValue((decimal)value.Ticks / ticksPerUnit);
}
