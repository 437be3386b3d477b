using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.ContractDiff;

/// <summary>An object, a union or an enum of the contract.</summary>
public sealed class ContractType
{
    private readonly Dictionary<string, ContractField> _fields;

    internal ContractType(string name, JsonObject json)
    {
        Name = name;
        Kind = json["kind"]!.GetValue<string>();
        if (Kind is not ("object" or "union" or "enum"))
        {
            throw new JsonException($"The type {name} has the unrecognized kind '{Kind}'.");
        }

        Fields = [.. (json["fields"] as JsonArray ?? []).Select(static field => new ContractField((JsonObject)field!))];
        _fields = Fields.ToDictionary(static field => field.Name, StringComparer.Ordinal);
        Variants = [.. (json["variants"] as JsonArray ?? []).Select(TypeExpression.Parse)];
        Tags = (json["tags"] as JsonObject ?? []).ToDictionary(static tag => tag.Key, static tag => tag.Value!.GetValue<string>(), StringComparer.Ordinal);
        Discriminator = json["discriminator"]?.GetValue<string>();
        Values = [.. (json["values"] as JsonArray ?? []).Select(static value => value!.GetValue<string>())];
        IsUnreferenced = json["unreferenced"]?.GetValue<bool>() == true;
        Facts = FactsOf(json);
    }

    public string Name { get; }

    public string Kind { get; }

    public IReadOnlyList<ContractField> Fields { get; }

    /// <summary>The variants of a union.</summary>
    public IReadOnlyList<TypeExpression> Variants { get; }

    /// <summary>The object type for each value of the discriminator.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; }

    public string? Discriminator { get; }

    public IReadOnlyList<string> Values { get; }

    public bool IsUnreferenced { get; }

    /// <summary>Everything except fields, variants and values, for comparing two contracts.</summary>
    internal string Facts { get; }

    /// <summary>The types that this type refers to.</summary>
    public IEnumerable<string> References =>
        Fields.SelectMany(static part => part.Type.References).Concat(Variants.SelectMany(static variant => variant.References)).Concat(Tags.Values);

    public ContractField? Field(string name) => _fields.GetValueOrDefault(name);

    /// <summary>Returns the fixed value of a field; null when it has none.</summary>
    public string? LiteralOf(string field) => (Field(field)?.Type as LiteralExpression)?.Value;

    public override string ToString() => Name;

    private static string FactsOf(JsonObject json)
    {
        var facts = json.Where(static entry => entry.Key is not ("fields" or "variants" or "tags" or "values"))
            .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(static entry => $"{entry.Key} {entry.Value?.ToJsonString() ?? "null"}");
        return string.Join(", ", facts);
    }
}
