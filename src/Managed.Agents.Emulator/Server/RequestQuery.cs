using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Managed.Agents.Emulator;

/// <summary>Reads the query string with the contract's types.</summary>
internal static class RequestQuery
{
    public static JsonObject Read(IQueryCollection sent, ContractOperation operation)
    {
        var known = operation.Query.ToDictionary(Key);
        var values = new JsonObject();
        foreach (var (key, texts) in sent)
        {
            // The documentation still shows ?beta=true on many URLs. It has no effect.
            if (key == "beta" && texts == "true")
            {
                continue;
            }

            if (!known.TryGetValue(key, out var field))
            {
                throw Unknown(key, known.Keys, operation);
            }

            if (Convert(field, key, texts) is { } value)
            {
                Check(field, value, ContractPath.Named(key));
                values[field.Name] = value;
            }
        }

        foreach (var field in operation.Query)
        {
            CheckPresence(field, values);
        }

        return values;
    }

    private static string Key(ContractField field) => field.Shape is ArrayShape ? $"{field.Name}[]" : field.Name;

    private static ApiError Unknown(string key, Dictionary<string, ContractField>.KeyCollection known, ContractOperation operation)
    {
        if (BetaVariants.Of(operation) is { } beta && beta.Query.Any(field => Key(field) == key))
        {
            return ApiError.InvalidRequest($"{key}: unknown query parameter without the header anthropic-beta: {string.Join(" or ", BetaVariants.Values(beta))}.");
        }

        var names = known.Count == 0 ? "none" : string.Join(", ", known);
        return ApiError.InvalidRequest($"{key}: unknown query parameter. Known parameters here: {names}.");
    }

    private static JsonNode? Convert(ContractField field, string key, StringValues texts)
    {
        if (field.Shape is ArrayShape array)
        {
            return new JsonArray([.. texts.Select(text => Convert(array.Item, text ?? ""))]);
        }

        if (texts.Count > 1)
        {
            throw ApiError.InvalidRequest($"{key}: sent {texts.Count} times.");
        }

        // Clients send a null value as a key without a value.
        return texts[0] is not { Length: > 0 } text ? null : Convert(field.Shape, text);
    }

    /// <summary>Converts text to the JSON type of its field. Text that cannot be converted stays a string, which the contract then refuses.</summary>
    public static JsonValue Convert(ContractShape shape, string text) => shape switch
    {
        IntegerShape when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        PrimitiveShape when shape == PrimitiveShape.Boolean && text is "true" or "false" => JsonValue.Create(text == "true"),
        _ => JsonValue.Create(text),
    };

    private static void Check(ContractField field, JsonNode value, ContractPath path)
    {
        using var document = JsonDocument.Parse(value.ToJsonString());
        field.Shape.Check(document.RootElement, path);
        field.Constraint.Check(document.RootElement, default, path);
    }

    private static void CheckPresence(ContractField field, JsonObject values)
    {
        var path = ContractPath.Named(Key(field));
        if (!values.ContainsKey(field.Name))
        {
            if (field.Required)
            {
                throw ApiError.InvalidRequest($"{path}: query parameter required.");
            }

            return;
        }

        foreach (var other in field.Constraint.ExclusiveWith)
        {
            if (values.ContainsKey(other))
            {
                throw ApiError.InvalidRequest($"{path}: cannot be combined with {other}.");
            }
        }

        foreach (var other in field.Constraint.Requires)
        {
            if (!values.ContainsKey(other))
            {
                throw ApiError.InvalidRequest($"{path}: requires {other}.");
            }
        }
    }
}
