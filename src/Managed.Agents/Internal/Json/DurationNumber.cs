using System.Text.Json;

namespace Managed.Agents;

/// <summary>A duration as a JSON number of some unit.</summary>
internal static class DurationNumber
{
    /// <summary>Reads a number. One that no <see cref="TimeSpan"/> can hold becomes the longest that there is, because what the service stored must stay readable.</summary>
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

    /// <summary>Writes a number: the division is exact, so whole units are written without a fraction.</summary>
    public static void Write(Utf8JsonWriter writer, TimeSpan value, long ticksPerUnit) => writer.WriteNumberValue((decimal)value.Ticks / ticksPerUnit);
}
