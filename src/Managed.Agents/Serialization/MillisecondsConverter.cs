using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Serialization;

/// <summary>Reads and writes a <see cref="TimeSpan"/> as a number of milliseconds, for example <c>1500</c>. Used by the serializer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MillisecondsConverter : JsonConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DurationNumber.Read(ref reader, TimeSpan.TicksPerMillisecond);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        DurationNumber.Write(writer, value, TimeSpan.TicksPerMillisecond);
}
