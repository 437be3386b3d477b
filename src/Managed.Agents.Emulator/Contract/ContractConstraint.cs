using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Managed.Agents.Emulator;

/// <summary>The constraints of a field beyond its type.</summary>
internal sealed class ContractConstraint
{
    public static ContractConstraint None { get; } = new();

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public int? MaxBytes { get; init; }

    public Regex? Pattern { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>Whether the minimum and maximum number of items count distinct items only.</summary>
    public bool CountsDistinct { get; init; }

    public bool UniqueItems { get; init; }

    public string? UniqueBy { get; init; }

    public long? Min { get; init; }

    public long? Max { get; init; }

    public int? MaxPairs { get; init; }

    public int? MinKeyLength { get; init; }

    public int? MaxKeyLength { get; init; }

    public int? MinValueLength { get; init; }

    public int? MaxValueLength { get; init; }

    public IReadOnlyList<string> ExclusiveWith { get; init; } = [];

    public IReadOnlyList<string> Requires { get; init; } = [];

    public void Check(JsonElement value, JsonElement owner, ContractPath path)
    {
        foreach (var other in ExclusiveWith)
        {
            if (owner.ValueKind is JsonValueKind.Object && owner.TryGetProperty(other, out var set) && set.ValueKind is not JsonValueKind.Null)
            {
                throw ApiError.InvalidRequest($"{path}: cannot be combined with {other}.");
            }
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(value.GetString()!, path);
                break;
            case JsonValueKind.Array:
                CheckItems(value, path);
                break;
            case JsonValueKind.Object:
                CheckPairs(value, path);
                break;
            case JsonValueKind.Number when value.TryGetInt64(out var number):
                Require(!(number < Min), path, $"must be at least {Min}");
                Require(!(number > Max), path, $"must be at most {Max}");
                break;
        }
    }

    private static void Require(bool holds, ContractPath path, string rule)
    {
        if (!holds)
        {
            throw ApiError.InvalidRequest($"{path}: {rule}.");
        }
    }

    // Limits count Unicode code points, not UTF-16 code units.
    private static int Characters(string text) => text.EnumerateRunes().Count();

    private void CheckText(string text, ContractPath path)
    {
        Require(MinLength is null || Characters(text) >= MinLength, path, $"must have at least {MinLength} characters");
        Require(MaxLength is null || Characters(text) <= MaxLength, path, $"must have at most {MaxLength} characters");
        Require(MaxBytes is null || Encoding.UTF8.GetByteCount(text) <= MaxBytes, path, $"must have at most {MaxBytes} bytes");
        Require(Pattern?.IsMatch(text) != false, path, $"must match {Pattern}");
    }

    private void CheckItems(JsonElement array, ContractPath path)
    {
        var count = CountsDistinct ? array.EnumerateArray().Select(static item => item.GetRawText()).Distinct(StringComparer.Ordinal).Count() : array.GetArrayLength();
        Require(!(count < MinItems), path, $"must have at least {MinItems} items");
        Require(!(count > MaxItems), path, $"must have at most {MaxItems} items");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            var at = path.Item(index++);
            if (UniqueBy is not null && item.ValueKind is JsonValueKind.Object && item.TryGetProperty(UniqueBy, out var key))
            {
                Require(seen.Add(key.GetRawText()), at.Field(UniqueBy), $"{key.GetRawText()} is a duplicate");
            }
            else if (UniqueItems)
            {
                Require(seen.Add(item.GetRawText()), at, "is a duplicate");
            }
        }
    }

    private void CheckPairs(JsonElement map, ContractPath path)
    {
        if (MaxPairs is null && MaxKeyLength is null && MaxValueLength is null)
        {
            return;
        }

        // Null deletes a key on update, so it does not count. The resource checks the merged result.
        Require(!(map.EnumerateObject().Count(static pair => pair.Value.ValueKind is not JsonValueKind.Null) > MaxPairs), path, $"must have at most {MaxPairs} pairs");
        foreach (var pair in map.EnumerateObject())
        {
            var at = path.Field(pair.Name);
            Require(!(Characters(pair.Name) < MinKeyLength), at, $"the key must have at least {MinKeyLength} characters");
            Require(!(Characters(pair.Name) > MaxKeyLength), at, $"the key must have at most {MaxKeyLength} characters");
            if (pair.Value.ValueKind is JsonValueKind.String)
            {
                var length = Characters(pair.Value.GetString()!);
                Require(!(length < MinValueLength), at, $"must have at least {MinValueLength} characters");
                Require(!(length > MaxValueLength), at, $"must have at most {MaxValueLength} characters");
            }
        }
    }
}
