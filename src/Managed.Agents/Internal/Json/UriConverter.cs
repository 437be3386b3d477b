using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Writes an address as it was set or received. Reads any text as an address, because stored values must stay readable.</summary>
internal sealed class UriConverter : JsonConverter<Uri>
{
    public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("An address is a JSON string.");
        return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address : new Uri(Uri.EscapeDataString(text), UriKind.Relative);
    }

    public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options) => writer.WriteStringValue(value.OriginalString);
}
