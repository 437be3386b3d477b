using System.Text.Json;

namespace Managed.Agents;

/// <summary>Compares the kind of a value, and the value itself if the schema lists values, with a schema.</summary>
internal static class InputKinds
{
    /// <summary>Returns the value, its replacement if it was sent in another form, or the problem.</summary>
    public static InputValidation Fit(JsonElement value, JsonElement schema, InputPath path, bool canReplaceText)
    {
        var kinds = KindsOf(schema);
        if (value.ValueKind == JsonValueKind.Null && AllowsNull(schema, kinds))
        {
            return new InputValidation(value, IsChanged: false, []);
        }

        var (current, isReplaced) = (value, false);
        if (kinds.Count > 0 && !kinds.Exists(kind => Is(value, kind)))
        {
            if (Replace(value, kinds, canReplaceText) is not { } replacement || !kinds.Exists(kind => Is(replacement, kind)))
            {
                return Invalid(value, InputProblem.Mismatch(path, kinds.Select(InWords)));
            }

            // The content of a string was not part of the input that was checked before.
            if ((InputNames.FindDuplicate(replacement, path) ?? InputText.FindInvalid(replacement, path)) is { } problem)
            {
                return Invalid(value, problem);
            }

            (current, isReplaced) = (replacement, true);
        }

        return ListedValues(schema) is { } listed && !listed.Exists(allowed => JsonElement.DeepEquals(allowed, current))
            ? Invalid(value, InputProblem.Mismatch(path, listed.Select(static allowed => allowed.GetRawText()), isValue: true))
            : new InputValidation(current, isReplaced, []);
    }

    private static InputValidation Invalid(JsonElement value, InputProblem problem) => new(value, IsChanged: false, [problem]);

    // Kinds that are not recognized cannot be checked, so they make the whole keyword meaningless.
    private static List<string> KindsOf(JsonElement schema)
    {
        var type = InputSchema.Member(schema, "type");
        List<string> kinds = type switch
        {
            { ValueKind: JsonValueKind.String } one => [one.GetString()!],
            { ValueKind: JsonValueKind.Array } several => [.. InputSchema.Texts(several.EnumerateArray())],
            _ => [],
        };
        return kinds.TrueForAll(static kind => kind is "object" or "array" or "string" or "number" or "integer" or "boolean" or "null") ? kinds : [];
    }

    // OpenAPI writes "nullable". A default of null is also a permission.
    private static bool AllowsNull(JsonElement schema, List<string> kinds) =>
        kinds.Contains("null")
        || InputSchema.Member(schema, "nullable") is { ValueKind: JsonValueKind.True }
        || InputSchema.Member(schema, "default") is { ValueKind: JsonValueKind.Null };

    private static bool Is(JsonElement value, string kind) => value.ValueKind switch
    {
        JsonValueKind.Object => kind == "object",
        JsonValueKind.Array => kind == "array",
        JsonValueKind.String => kind == "string",
        JsonValueKind.Number => kind == "number" || (kind == "integer" && JsonInteger.Normalize(value.GetRawText()) == value.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => kind == "boolean",
        _ => kind == "null",
    };

    private static JsonElement? Replace(JsonElement value, List<string> kinds, bool canReplaceText) => value.ValueKind switch
    {
        JsonValueKind.Number when kinds.Contains("integer") && JsonInteger.Normalize(value.GetRawText()) is { } digits => InputJson.Parse(digits),
        JsonValueKind.String when canReplaceText && (kinds.Contains("object") || kinds.Contains("array")) => InputJson.TryParse(value.GetString()!),
        _ => null,
    };

    private static List<JsonElement>? ListedValues(JsonElement schema) =>
        InputSchema.Member(schema, "const") is { } only ? [only]
        : InputSchema.Member(schema, "enum") is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()]
        : null;

    private static string InWords(string kind) => kind switch
    {
        "object" or "array" or "integer" => $"an {kind}",
        "null" => "null",
        _ => $"a {kind}",
    };
}
