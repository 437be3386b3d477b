using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>Validates the rules of the API for custom tools, so that an exception can name the function.</summary>
internal static class CustomToolRules
{
    private const string EmptyObject = """{"type":"object","properties":{}}""";

    public static bool IsBuiltIn(string name) =>
        name is "bash" or "read" or "write" or "edit" or "glob" or "grep" or "web_fetch" or "web_search";

    /// <summary>Returns the input schema of a function. A function without a schema takes no parameters.</summary>
    public static JsonElement SchemaOf(AIFunctionDeclaration function) =>
        function.JsonSchema is { ValueKind: JsonValueKind.Object } schema && schema.EnumerateObject().Any() ? schema : JsonElement.Parse(EmptyObject);

    public static void Check(AIFunctionDeclaration function, string parameter)
    {
        if ((ProblemOfName(function.Name) ?? ProblemOfDescription(function.Description) ?? ProblemOfSchema(SchemaOf(function))) is { } problem)
        {
            throw new ArgumentException($"The function \"{function.Name}\" cannot be a custom tool: {problem}", parameter);
        }
    }

    private static string? ProblemOfName(string name) =>
        name.Length is 0 or > 128 || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
            ? "its name must consist of 1 to 128 ASCII letters, digits, \"_\" and \"-\". Give it another name."
        : name.StartsWith("mcp__", StringComparison.Ordinal) ? "names that begin with \"mcp__\" are reserved. Give it another name."
        : IsBuiltIn(name) ? "that is the name of a built-in tool. Give it another name."
        : null;

    private static string? ProblemOfDescription(string description) =>
        string.IsNullOrWhiteSpace(description) ? "it has no description, so the model does not know when to call it. Add a description." : null;

    private static string? ProblemOfSchema(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !type.ValueEquals("object"))
        {
            return "the schema of its input must be of type \"object\". Use an object or parameters as the input.";
        }

        foreach (var combinator in new[] { "oneOf", "anyOf", "allOf" })
        {
            if (schema.TryGetProperty(combinator, out _))
            {
                return $"the schema of its input has \"{combinator}\" at the top level, which is not allowed. Move it to a property.";
            }
        }

        if (PathOfReference(schema, "$") is { } path)
        {
            return $"the schema of its input has a \"$ref\" at {path}, which is not allowed. Inline the referenced schema. A recursive type cannot be an input.";
        }

        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                if (property.Name.Length is 0 or > 64)
                {
                    return $"its parameter \"{property.Name}\" must have a name of 1 to 64 characters. Rename it.";
                }
            }
        }

        return null;
    }

    private static string? PathOfReference(JsonElement node, string path)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Object when node.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String:
                return path;
            case JsonValueKind.Object:
                return node.EnumerateObject().Select(member => PathOfReference(member.Value, $"{path}.{member.Name}")).FirstOrDefault(static found => found is not null);
            case JsonValueKind.Array:
                return node.EnumerateArray().Select((item, index) => PathOfReference(item, $"{path}[{index}]")).FirstOrDefault(static found => found is not null);
            default:
                return null;
        }
    }
}
