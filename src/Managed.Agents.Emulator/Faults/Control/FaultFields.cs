using System.Text.Json;

namespace Managed.Agents.Emulator;

/// <summary>Reads the fields of a fault from JSON and keeps track of the fields that were read.</summary>
internal sealed class FaultFields(JsonElement body)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string Required(string name) => Text(name) ?? throw ApiError.InvalidRequest($"{name}: field required.");

    public string? Text(string name) => Find(name, JsonValueKind.String)?.GetString();

    public bool? Flag(string name) => Find(name, JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    public double? Number(string name) => Find(name, JsonValueKind.Number)?.GetDouble();

    public int? Integer(string name) => Find(name, JsonValueKind.Number) is { } value ? Integer(name, value) : null;

    public TimeSpan? Seconds(string name) => Number(name) is { } seconds
        ? seconds <= TimeSpan.MaxValue.TotalSeconds / 2 && seconds >= -1e9 ? TimeSpan.FromSeconds(seconds) : throw ApiError.InvalidRequest($"{name}: out of range.")
        : null;

    /// <summary>Reads a number, or an array with the minimum and the maximum.</summary>
    public (int AtLeast, int AtMost)? Range(string name)
    {
        if (Find(name, JsonValueKind.Number, JsonValueKind.Array) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.Number)
        {
            return (Integer(name, value), Integer(name, value));
        }

        return value.GetArrayLength() == 2
            ? (Integer(name, value[0]), Integer(name, value[1]))
            : throw ApiError.InvalidRequest($"{name}: must be a number, or an array with the minimum and the maximum.");
    }

    public List<string> Texts(string name)
    {
        List<string> texts = [];
        if (Find(name, JsonValueKind.Array) is { } array)
        {
            foreach (var item in array.EnumerateArray())
            {
                texts.Add(item.ValueKind is JsonValueKind.String ? item.GetString()! : throw ApiError.InvalidRequest($"{name}: must be an array of strings."));
            }
        }

        return texts;
    }

    public JsonElement? Any(string name)
    {
        _read.Add(name);
        return body.TryGetProperty(name, out var value) ? value : null;
    }

    /// <summary>
    /// Rejects fields that were not read. Otherwise a misspelled field would be ignored, and the fault would differ from what the test
    /// intends.
    /// </summary>
    public void RejectUnknownFields()
    {
        foreach (var field in body.EnumerateObject())
        {
            if (!_read.Contains(field.Name))
            {
                throw ApiError.InvalidRequest($"{field.Name}: unknown field of this fault. Known fields here: {string.Join(", ", _read.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    private static int Integer(string name, JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw ApiError.InvalidRequest($"{name}: must be a whole number.");

    private JsonElement? Find(string name, params JsonValueKind[] kinds)
    {
        if (Any(name) is not { ValueKind: not JsonValueKind.Null } value)
        {
            return null;
        }

        return kinds.Contains(value.ValueKind) ? value : throw ApiError.InvalidRequest($"{name}: must be {string.Join(" or ", kinds).ToLowerInvariant()}.");
    }
}
