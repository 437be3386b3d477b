using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Serialization;

/// <summary>Reads an effort from its level or an object. Writes the object. Used by the serializer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelEffortConverter : JsonConverter<ModelEffort>
{
    /// <inheritdoc/>
    public override ModelEffort? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new ModelEffort(new EffortLevel(reader.GetString()!))
            : (ModelEffort?)JsonSerializer.Deserialize(ref reader, ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(ModelEffort)));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ModelEffort value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(ModelEffort)));
}
