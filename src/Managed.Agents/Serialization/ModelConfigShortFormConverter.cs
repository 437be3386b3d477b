using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Serialization;

/// <summary>Reads a model from its id or an object. Writes only the id when nothing else is set. Used by the serializer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelConfigShortFormConverter : JsonConverter<ModelConfig>
{
    /// <inheritdoc/>
    public override ModelConfig? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new ModelConfig(reader.GetString()!)
            : (ModelConfig?)JsonSerializer.Deserialize(ref reader, ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(ModelConfig)));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ModelConfig value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is { Effort: null, Speed: null, InferenceGeo: null, AdditionalFields.Count: 0 })
        {
            writer.WriteStringValue(value.Id);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(ModelConfig)));
        }
    }
}
