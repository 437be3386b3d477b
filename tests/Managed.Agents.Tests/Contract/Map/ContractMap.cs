using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Managed.Agents.Tests.Contract;

/// <summary>The mapping between the names of the contract and of the client, with all exceptions, read from <c>contract-map.json</c>.</summary>
internal sealed record ContractMap
{
    public const string FileName = "contract-map.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <summary>The client method for each operation id.</summary>
    public required Dictionary<string, string> Operations { get; init; }

    /// <summary>Operations whose method takes one field of the body instead of the body.</summary>
    public required Dictionary<string, BodyField> BodyFields { get; init; }

    /// <summary>Public methods of clients that are not operations, with the reason.</summary>
    public required Dictionary<string, string> Conveniences { get; init; }

    /// <summary>Query parameters whose property has a name other than the parameter in PascalCase.</summary>
    public required Dictionary<string, IrregularName> Query { get; init; }

    /// <summary>The property of <see cref="CallOptions"/>, or of the options of the call, for each header that callers may set.</summary>
    public required Dictionary<string, string> Headers { get; init; }

    /// <summary>Beta operations that have been released and that the client sends in their released form. A trailing star matches the rest of the name.</summary>
    public required Dictionary<string, string> BetaByCaller { get; init; }

    /// <summary>Query parameters that make the client send a beta value.</summary>
    public required Dictionary<string, BetaForQuery> BetaForQuery { get; init; }

    /// <summary>The property of <see cref="Page{T}"/> for each field of the envelope of a list.</summary>
    public required Dictionary<string, string> Pages { get; init; }

    /// <summary>The client type for each type of the contract: one name, or several if the client type depends on where the type is used.</summary>
    [JsonPropertyName("types")]
    public required Dictionary<string, JsonNode> TypeNames { get; init; }

    /// <summary>Types that are the envelope of a list, with the operation that returns it.</summary>
    public required Dictionary<string, string> Envelopes { get; init; }

    /// <summary>Types of the contract that have several client types, depending on where they are used, with the reason.</summary>
    public required Dictionary<string, string> PlaceDecides { get; init; }

    /// <summary>Client types that represent every member of a choice, with the reason.</summary>
    public required Dictionary<string, string> OneForAll { get; init; }

    /// <summary>Public types that represent no type of the contract, with the reason.</summary>
    public required Dictionary<string, string> OwnTypes { get; init; }

    /// <summary>Enums that are plain text in the client, with the reason.</summary>
    public required Dictionary<string, string> Text { get; init; }

    /// <summary>Objects that are free JSON in the client, with the reason.</summary>
    public required Dictionary<string, string> FreeJson { get; init; }

    /// <summary>Client types that a plain string may represent, with the object that means the same.</summary>
    public required Dictionary<string, ShortForm> ShortForms { get; init; }

    /// <summary>Properties that are never null although the field may be absent, with the reason.</summary>
    public required Dictionary<string, string> NeverNull { get; init; }

    /// <summary>Fields of an update for which null or an empty list means the same as omitting them, with the reason.</summary>
    public required Dictionary<string, string> SameAsAbsent { get; init; }

    /// <summary>Fields with a value that means the same as omitting them.</summary>
    public required Dictionary<string, AbsentValue> AbsentValues { get; init; }

    /// <summary>Fields of forms with the property of the upload that sets them; parts of an upload that set no field have no field.</summary>
    public required Dictionary<string, IrregularName> UploadFields { get; init; }

    /// <summary>Fields of responses that are secrets, with the reason. They are read but never written.</summary>
    public required Dictionary<string, string> Secrets { get; init; }

    /// <summary>Known values that are not in the contract, with the reason.</summary>
    public required Dictionary<string, string> ExtraValues { get; init; }

    public required List<Exemption> Exemptions { get; init; }

    public static ContractMap LoadOwn() => Parse((JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, FileName)))!);

    /// <summary>Returns a changed copy.</summary>
    public ContractMap Edit(Action<JsonObject> change)
    {
        var copy = (JsonObject)JsonSerializer.SerializeToNode(this, Options)!;
        change(copy);
        return Parse(copy);
    }

    /// <summary>Returns the client types of a type of the contract; empty without a mapping.</summary>
    public IReadOnlyList<string> NamesOf(string contractType) => TypeNames.GetValueOrDefault(contractType) switch
    {
        JsonArray names => [.. names.Select(static name => name!.GetValue<string>())],
        JsonNode name => [name.GetValue<string>()],
        _ => [],
    };

    private static ContractMap Parse(JsonObject json) => json.Deserialize<ContractMap>(Options)!;
}

/// <summary>A name that cannot be derived from the contract.</summary>
internal sealed record IrregularName(string Property, string Reason);

/// <summary>A beta value that is sent with a query parameter.</summary>
internal sealed record BetaForQuery(string Value, string Reason);

/// <summary>The field of a body that a method takes.</summary>
internal sealed record BodyField(string Field, string Reason);

/// <summary>The object that a plain string represents; <c>$</c> is the string.</summary>
internal sealed record ShortForm(JsonObject Object, string Reason)
{
    public JsonObject Expand(string text) =>
        new(Object.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)(entry.Value?.GetValue<string>() == "$" ? text : entry.Value?.GetValue<string>()))));
}

/// <summary>A value that means the same as omitting the field.</summary>
internal sealed record AbsentValue(JsonElement Value, string Reason);

/// <summary>A part of the API that is not supported yet.</summary>
internal sealed record Exemption
{
    public required string Reason { get; init; }

    /// <summary>Ids of operations. A trailing star matches the rest of the id.</summary>
    public List<string> Operations { get; init; } = [];

    /// <summary>Types that no operation reaches.</summary>
    public List<string> Types { get; init; } = [];

    public bool Matches(string operation) => Operations.Any(pattern => Matches(pattern, operation));

    public static bool Matches(string pattern, string operation) =>
        pattern.EndsWith('*') ? operation.StartsWith(pattern[..^1], StringComparison.Ordinal) : operation == pattern;
}
