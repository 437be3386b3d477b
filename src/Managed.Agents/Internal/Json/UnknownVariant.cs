using System.Text.Json;

namespace Managed.Agents;

/// <summary>An object of a union as it was received, with an unrecognized type or with a known type whose fields cannot be read.</summary>
internal readonly struct UnknownVariant : IEquatable<UnknownVariant>
{
    private readonly JsonContent _json;

    public UnknownVariant(JsonElement json, string? problem = null)
    {
        _json = json;
        Problem = problem;
        Type = json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : "";
    }

    public string Type { get; }

    public JsonElement Json => _json.Element;

    public string? Problem { get; }

    /// <summary>Returns a string field, or null if it is missing.</summary>
    public string? Text(string field) =>
        Find(field, JsonValueKind.String) is { } value ? value.GetString() : null;

    /// <summary>Returns a time field, or null if it is missing.</summary>
    public DateTimeOffset? Time(string field) =>
        Find(field, JsonValueKind.String) is { } value && value.TryGetDateTimeOffset(out var time) ? time : null;

    /// <summary>Returns an object field, or null if it is missing.</summary>
    public T? Part<T>(string field)
        where T : ApiObject =>
        Find(field, JsonValueKind.Object) is { } value ? Read<T>(value) : null;

    /// <summary>Returns a list of objects from a field that all types of the union share. Items that cannot be read are left out.</summary>
    public IReadOnlyList<T> Parts<T>(string field)
        where T : ApiObject =>
        Find(field, JsonValueKind.Array) is { } list ? [.. list.EnumerateArray().Select(Read<T>).OfType<T>()] : [];

    /// <summary>Writes the object as it was received, but leaves out the fields in <paramref name="without"/> at every level.</summary>
    public void WriteTo(Utf8JsonWriter writer, IReadOnlyList<string> without)
    {
        if (without.Count == 0)
        {
            Json.WriteTo(writer);
        }
        else
        {
            Write(writer, Json, without);
        }
    }

    public bool Equals(UnknownVariant other) => _json.Equals(other._json);

    public override bool Equals(object? obj) => obj is UnknownVariant other && Equals(other);

    public override int GetHashCode() => Type.GetHashCode(StringComparison.Ordinal);

    // The object may have a known type, and this field may be the malformed one that made it unreadable.
    private static T? Read<T>(JsonElement value)
        where T : ApiObject
    {
        try
        {
            return value.Deserialize(WireJson.TypeOf<T>());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, IReadOnlyList<string> without)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var field in value.EnumerateObject().Where(field => !without.Contains(field.Name)))
                {
                    writer.WritePropertyName(field.Name);
                    Write(writer, field.Value, without);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, without);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private JsonElement? Find(string field, JsonValueKind kind) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(field, out var value) && value.ValueKind == kind ? value : null;
}
