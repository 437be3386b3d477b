using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Managed.Agents.Dreams;

namespace Managed.Agents.Serialization;

/// <summary>Reads a model from its id or an object. Writes only the id when nothing else is set. Used by the serializer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Experimental(PreviewFeature.DiagnosticId)]
public sealed class DreamModelShortFormConverter : JsonConverter<DreamModel>
{
    /// <inheritdoc/>
    public override DreamModel? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new DreamModel(reader.GetString()!)
            : (DreamModel?)JsonSerializer.Deserialize(ref reader, ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(DreamModel)));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DreamModel value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is { Speed: null, AdditionalFields.Count: 0 })
        {
            writer.WriteStringValue(value.Id);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(DreamModel)));
        }
    }
}
