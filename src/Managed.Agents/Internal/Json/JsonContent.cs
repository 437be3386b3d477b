using System.Text.Json;

namespace Managed.Agents;

/// <summary>A JSON value with value equality, for use as a backing field in records.</summary>
internal readonly struct JsonContent(JsonElement element) : IEquatable<JsonContent>
{
    public JsonElement Element => element;

    public static implicit operator JsonContent(JsonElement element) => new(element);

    public static bool AreEqual(JsonElement left, JsonElement right) =>
        left.ValueKind == JsonValueKind.Undefined || right.ValueKind == JsonValueKind.Undefined
            ? left.ValueKind == right.ValueKind
            : JsonElement.DeepEquals(left, right);

    public static bool AreEqual(IDictionary<string, JsonElement>? left, IDictionary<string, JsonElement>? right)
    {
        if ((left?.Count ?? 0) != (right?.Count ?? 0))
        {
            return false;
        }

        foreach (var (name, value) in left ?? new Dictionary<string, JsonElement>())
        {
            if (!right!.TryGetValue(name, out var other) || !AreEqual(value, other))
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(JsonContent other) => AreEqual(Element, other.Element);

    public override bool Equals(object? obj) => obj is JsonContent other && Equals(other);

    // Equal numbers can have different texts, so only the kind is certain to be the same for equal values.
    public override int GetHashCode() => (int)Element.ValueKind;
}
