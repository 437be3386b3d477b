using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Serialization;

/// <summary>Reads an agent from its id or an object. Writes only the id when no version is set. Used by the serializer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AgentReferenceShortFormConverter : JsonConverter<AgentReference>
{
    /// <inheritdoc/>
    public override AgentReference? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new AgentReference(reader.GetString()!)
            : (AgentReference?)JsonSerializer.Deserialize(ref reader, ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(AgentReference)));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AgentReference value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is { Version: null, AdditionalFields.Count: 0 })
        {
            writer.WriteStringValue(value.Id);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(AgentReference)));
        }
    }
}
