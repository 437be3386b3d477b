using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>The arguments of a call, as the API has them and as functions take them.</summary>
internal static class ToolArguments
{
    public static AIFunctionArguments Of(ToolCall call, IServiceProvider? services)
    {
        var arguments = new AIFunctionArguments { Services = services, Context = new Dictionary<object, object?> { [typeof(ToolCall)] = call } };
        if (call.Input.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in call.Input.EnumerateObject())
            {
                arguments[member.Name] = member.Value;
            }
        }

        return arguments;
    }

    /// <summary>The arguments as one JSON object. Those of a call are JSON already; other callers of a function may pass objects.</summary>
    public static JsonElement ToJson(AIFunctionArguments arguments, JsonSerializerOptions options)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in arguments)
            {
                writer.WritePropertyName(name);
                Write(writer, value, options);
            }

            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonElement { ValueKind: not JsonValueKind.Undefined } json:
                json.WriteTo(writer);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            default:
                JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
                break;
        }
    }
}
