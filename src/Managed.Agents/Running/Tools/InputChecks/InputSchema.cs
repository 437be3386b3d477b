using System.Globalization;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>Reads JSON schemas of any dialect. Unrecognized keywords, and keywords with a value of the wrong kind, are ignored.</summary>
internal sealed class InputSchema(JsonElement root)
{
    private static readonly string[] Combinators = ["allOf", "anyOf", "oneOf"];

    private static readonly string[] Conditions = ["if", "then", "else"];

    public static JsonElement? Member(JsonElement schema, string keyword) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(keyword, out var value) ? value : null;

    public static JsonElement? ObjectMember(JsonElement schema, string keyword) =>
        Member(schema, keyword) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static IEnumerable<JsonElement> ArrayMember(JsonElement schema, string keyword) =>
        Member(schema, keyword) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static IEnumerable<string> Texts(IEnumerable<JsonElement> values) =>
        values.Where(static value => value.ValueKind == JsonValueKind.String).Select(static value => value.GetString()!);

    /// <summary>Returns the names that any of the schemas declares.</summary>
    public static HashSet<string> DeclaredNames(IEnumerable<JsonElement> schemas) =>
        schemas.Select(static schema => ObjectMember(schema, "properties")).OfType<JsonElement>()
            .SelectMany(static properties => properties.EnumerateObject()).Select(static property => property.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Returns the schema of an item of an array, or null if any item is allowed.</summary>
    public static JsonElement? ItemSchema(JsonElement schema, int index)
    {
        var items = Member(schema, "items");
        var isTuple = items is { ValueKind: JsonValueKind.Array };
        var positions = isTuple ? items : Member(schema, "prefixItems");
        return positions is { ValueKind: JsonValueKind.Array } list && index < list.GetArrayLength() ? list[index]
            : isTuple ? Member(schema, "additionalItems")
            : items;
    }

    /// <summary>Returns the target of <c>$ref</c>, or null if there is none or it is not in this schema.</summary>
    public JsonElement? Reference(JsonElement schema)
    {
        if (Member(schema, "$ref") is not { ValueKind: JsonValueKind.String } reference || reference.GetString() is not ['#', .. var pointer])
        {
            return null;
        }

        JsonElement? target = root;
        foreach (var step in Uri.UnescapeDataString(pointer).Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            target = target switch
            {
                { ValueKind: JsonValueKind.Object } parent => Member(parent, name),
                { ValueKind: JsonValueKind.Array } list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.GetArrayLength() => list[index],
                _ => null,
            };
        }

        // An anchor or an empty name leads to the root itself. Only "#" means that.
        return pointer.Length == 0 || pointer[0] == '/' ? target : null;
    }

    /// <summary>Returns the schemas and all others that can apply to the same value: referenced, combined and conditional ones.</summary>
    public IReadOnlyList<JsonElement> InPlace(IEnumerable<JsonElement> schemas)
    {
        var found = new List<JsonElement>();
        var references = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<JsonElement>(schemas);
        while (next.TryPop(out var schema))
        {
            if (schema.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            found.Add(schema);
            if (Reference(schema) is { } target && references.Add(Member(schema, "$ref")!.Value.GetString()!))
            {
                next.Push(target);
            }

            foreach (var part in Combinators.SelectMany(keyword => ArrayMember(schema, keyword))
                .Concat(Conditions.Select(keyword => ObjectMember(schema, keyword)).OfType<JsonElement>())
                .Concat(Values(schema, "dependentSchemas")))
            {
                next.Push(part);
            }
        }

        return found;
    }

    /// <summary>Returns all schemas that can apply to a property of a value to which the schemas apply.</summary>
    public IReadOnlyList<JsonElement> ForProperty(IReadOnlyList<JsonElement> schemas, string name) => InPlace(schemas.SelectMany(schema =>
        ObjectMember(schema, "properties") is { } properties && properties.TryGetProperty(name, out var declared) ? [declared, .. Values(schema, "patternProperties")]
        : ObjectMember(schema, "additionalProperties") is { } additional ? [additional, .. Values(schema, "patternProperties")]
        : Values(schema, "patternProperties")));

    /// <summary>Returns all schemas that can apply to an item of a value to which the schemas apply.</summary>
    public IReadOnlyList<JsonElement> ForItem(IReadOnlyList<JsonElement> schemas, int index) =>
        InPlace(schemas.Select(schema => ItemSchema(schema, index)).OfType<JsonElement>());

    private static IEnumerable<JsonElement> Values(JsonElement schema, string keyword) =>
        ObjectMember(schema, keyword) is { } map ? map.EnumerateObject().Select(static member => member.Value) : [];
}
