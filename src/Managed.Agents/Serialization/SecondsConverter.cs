using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Serialization;

/// <summary>Reads and writes a <see cref="TimeSpan"/> as a number of seconds, for example <c>12.25</c>. Used by the serializer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DurationNumber.Read(ref reader, TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        DurationNumber.Write(writer, value, TimeSpan.TicksPerSecond);
}
