using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Managed.Agents.Tests.Contract;

/// <summary>The mapping between the names of the contract and ours, with all that is irregular, as <c>contract-map.json</c> holds it.</summary>
internal sealed record ContractMap
{
    public const string FileName = "contract-map.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <summary>From the id of an operation to the client's method.</summary>
    public required Dictionary<string, string> Operations { get; init; }

    /// <summary>Operations whose method takes one field of the body in place of the body.</summary>
    public required Dictionary<string, BodyField> BodyFields { get; init; }

    /// <summary>Public methods of clients that are no operation, with the reason.</summary>
    public required Dictionary<string, string> Conveniences { get; init; }

    /// <summary>Query parameters whose property has another name than theirs in PascalCase.</summary>
    public required Dictionary<string, IrregularName> Query { get; init; }

    /// <summary>From a header that callers may set to the property of <see cref="CallOptions"/>, or of the options of the call.</summary>
    public required Dictionary<string, string> Headers { get; init; }

    /// <summary>Beta operations that have been released, and of which the client sends the released form; a star stands for the rest.</summary>
    public required Dictionary<string, string> BetaByCaller { get; init; }

    /// <summary>Query parameters with which the client sends a beta value.</summary>
    public required Dictionary<string, BetaForQuery> BetaForQuery { get; init; }

    /// <summary>From a field of a list's envelope to the property of <see cref="Page{T}"/>.</summary>
    public required Dictionary<string, string> Pages { get; init; }

    /// <summary>From a type of the contract to ours: one name, or several where the place decides.</summary>
    [JsonPropertyName("types")]
    public required Dictionary<string, JsonNode> TypeNames { get; init; }

    /// <summary>Types that are the envelope of a list, with the operation that answers with it.</summary>
    public required Dictionary<string, string> Envelopes { get; init; }

    /// <summary>Types of the contract for which several of ours stand, with the reason.</summary>
    public required Dictionary<string, string> PlaceDecides { get; init; }

    /// <summary>Records of ours that stand for every member of a choice, with the reason.</summary>
    public required Dictionary<string, string> OneForAll { get; init; }

    /// <summary>Public types that stand for no type of the contract, with the reason.</summary>
    public required Dictionary<string, string> OwnTypes { get; init; }

    /// <summary>Enums that are plain text in the client, with the reason.</summary>
    public required Dictionary<string, string> Text { get; init; }

    /// <summary>Objects that are free JSON in the client, with the reason.</summary>
    public required Dictionary<string, string> FreeJson { get; init; }

    /// <summary>Types of ours for which a plain string may stand, with the object that means the same.</summary>
    public required Dictionary<string, ShortForm> ShortForms { get; init; }

    /// <summary>Properties that are never null although the contract lets the field be absent, with the reason.</summary>
    public required Dictionary<string, string> NeverNull { get; init; }

    /// <summary>Fields of an update whose null or empty list says no more than leaving them out, with the reason.</summary>
    public required Dictionary<string, string> SameAsAbsent { get; init; }

    /// <summary>Fields of which one value says the same as leaving them out.</summary>
    public required Dictionary<string, AbsentValue> AbsentValues { get; init; }

    /// <summary>Fields of forms, and what of an upload of ours sets them; parts of an upload that set no field have none.</summary>
    public required Dictionary<string, IrregularName> UploadFields { get; init; }

    /// <summary>Fields of answers that are secrets, with the reason: they are read and never written.</summary>
    public required Dictionary<string, string> Secrets { get; init; }

    /// <summary>Known values that the contract does not list, with the reason.</summary>
    public required Dictionary<string, string> ExtraValues { get; init; }

    public required List<Exemption> Exemptions { get; init; }

    public static ContractMap LoadOwn() => Parse((JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, FileName)))!);

    /// <summary>A copy with changes.</summary>
    public ContractMap Edit(Action<JsonObject> change)
    {
        var copy = (JsonObject)JsonSerializer.SerializeToNode(this, Options)!;
        change(copy);
        return Parse(copy);
    }

    /// <summary>Our names for a type of the contract; empty without a mapping.</summary>
    public IReadOnlyList<string> NamesOf(string contractType) => TypeNames.GetValueOrDefault(contractType) switch
    {
        JsonArray names => [.. names.Select(static name => name!.GetValue<string>())],
        JsonNode name => [name.GetValue<string>()],
        _ => [],
    };

    private static ContractMap Parse(JsonObject json) => json.Deserialize<ContractMap>(Options)!;
}

/// <summary>A name that does not follow from the contract's.</summary>
internal sealed record IrregularName(string Property, string Reason);

/// <summary>A beta value that goes with a query parameter.</summary>
internal sealed record BetaForQuery(string Value, string Reason);

/// <summary>The field of a body that a method takes.</summary>
internal sealed record BodyField(string Field, string Reason);

/// <summary>The object that a plain string stands for; <c>$</c> is the string.</summary>
internal sealed record ShortForm(JsonObject Object, string Reason)
{
    public JsonObject Expand(string text) =>
        new(Object.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)(entry.Value?.GetValue<string>() == "$" ? text : entry.Value?.GetValue<string>()))));
}

/// <summary>A value that says the same as leaving the field out.</summary>
internal sealed record AbsentValue(JsonElement Value, string Reason);

/// <summary>A part of the API that is not built yet.</summary>
internal sealed record Exemption
{
    public required string Reason { get; init; }

    /// <summary>Ids of operations; a star at the end stands for the rest.</summary>
    public List<string> Operations { get; init; } = [];

    /// <summary>Types that no operation reaches.</summary>
    public List<string> Types { get; init; } = [];

    public bool Matches(string operation) => Operations.Any(pattern => Matches(pattern, operation));

    public static bool Matches(string pattern, string operation) =>
        pattern.EndsWith('*') ? operation.StartsWith(pattern[..^1], StringComparison.Ordinal) : operation == pattern;
}
