using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Writes UTC times with a <c>Z</c> like the API, so that values survive a round trip unchanged.</summary>
internal sealed class DateTimeOffsetConverter : JsonConverter<DateTimeOffset>
{
    private const string UtcFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        if (value.Offset != TimeSpan.Zero)
        {
            writer.WriteStringValue(value);
            return;
        }

        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var written, UtcFormat, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..written]);
    }
}
