using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Serialization;

/// <summary>Creates the converters for the fields of update requests. Used by the serializer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalConverterFactory : JsonConverterFactory
{
    // The types are listed in a table, because an AOT-compiled program cannot create a closed generic type at run time.
    private static readonly Dictionary<Type, Func<JsonConverter>> Converters = new()
    {
        [typeof(Optional<BudgetLimit>)] = static () => new OptionalConverter<BudgetLimit>(),
        [typeof(Optional<DeploymentSchedule>)] = static () => new OptionalConverter<DeploymentSchedule>(),
        [typeof(Optional<string>)] = static () => new OptionalConverter<string>(),
        [typeof(OptionalList<string>)] = static () => new OptionalListConverter<string>(),
        [typeof(Optional<ExecutionIdentity>)] = static () => new OptionalConverter<ExecutionIdentity>(),
        [typeof(Optional<Multiagent>)] = static () => new OptionalConverter<Multiagent>(),
        [typeof(OptionalList<AgentSkill>)] = static () => new OptionalListConverter<AgentSkill>(),
        [typeof(OptionalList<AgentTool>)] = static () => new OptionalListConverter<AgentTool>(),
        [typeof(OptionalList<AgentMcpServer>)] = static () => new OptionalListConverter<AgentMcpServer>(),
        [typeof(OptionalList<MultiagentRosterEntry>)] = static () => new OptionalListConverter<MultiagentRosterEntry>(),
        [typeof(OptionalList<SessionResource>)] = static () => new OptionalListConverter<SessionResource>(),
    };

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => Converters.ContainsKey(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        Converters.TryGetValue(typeToConvert, out var create) ? create() : null;
}

/// <summary>Reads and writes a property of an update request that can be omitted or null.</summary>
internal sealed class OptionalConverter<T> : JsonConverter<Optional<T>>
{
    public override bool HandleNull => true;

    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null
            ? new Optional<T>(default)
            : new Optional<T>((T?)JsonSerializer.Deserialize(ref reader, ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(T))));

    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
    {
        if (value.Value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonSerializer.Serialize(writer, value.Value, ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(T)));
        }
    }
}

/// <summary>Reads and writes a list of an update request that can be omitted or null.</summary>
internal sealed class OptionalListConverter<T> : JsonConverter<OptionalList<T>>
{
    public override bool HandleNull => true;

    public override OptionalList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return new OptionalList<T>(null);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"Invalid list: expected a JSON array but found {reader.TokenType}.");
        }

        var metadata = ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(T));
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add((T)JsonSerializer.Deserialize(ref reader, metadata)!);
        }

        return new OptionalList<T>(items);
    }

    public override void Write(Utf8JsonWriter writer, OptionalList<T> value, JsonSerializerOptions options)
    {
        if (value.IsNull)
        {
            writer.WriteNullValue();
            return;
        }

        var metadata = ApiTypeResolver.OptionsFor(options).GetTypeInfo(typeof(T));
        writer.WriteStartArray();
        foreach (var item in value)
        {
            JsonSerializer.Serialize(writer, item, metadata);
        }

        writer.WriteEndArray();
    }
}
