using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>Converts arguments between the JSON of the API and the arguments of functions.</summary>
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

    /// <summary>Returns the arguments as one JSON object. The arguments of a tool call are JSON; other callers of a function can pass objects.</summary>
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
