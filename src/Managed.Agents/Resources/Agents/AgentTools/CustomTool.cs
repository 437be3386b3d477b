using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>A tool that your program runs. When the agent calls it, the session waits for your program to send the result.</summary>
public sealed record CustomTool : AgentTool
{
    private readonly JsonContent _inputSchema;

    /// <summary>The name: 1 to 128 letters, digits, <c>_</c> and <c>-</c>. Must be unique and must not be the name of a built-in tool.</summary>
    public required string Name { get; init; }

    /// <summary>A description for the model: what the tool does and when to use it.</summary>
    public required string Description { get; init; }

    /// <summary>The JSON Schema of the input.</summary>
    /// <value>
    /// A schema of type <c>object</c>, without <c>$ref</c>, and without <c>oneOf</c>, <c>anyOf</c> or <c>allOf</c> at the top level.
    /// </value>
    public required JsonElement InputSchema { get => _inputSchema.Element; init => _inputSchema = value; }

    /// <summary>Creates a tool from a JSON Schema in text form.</summary>
    /// <param name="name">The name: 1 to 128 letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="description">What the tool does and when to use it, in words for the model.</param>
    /// <param name="schemaJson">The JSON Schema of the input, a JSON object of type <c>object</c>.</param>
    /// <returns>The tool.</returns>
    /// <exception cref="ArgumentException"><paramref name="schemaJson"/> is not a JSON object.</exception>
    public static CustomTool Create(string name, string description, [StringSyntax(StringSyntaxAttribute.Json)] string schemaJson)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(schemaJson);
        JsonElement schema;
        try
        {
            schema = JsonElement.Parse(schemaJson);
        }
        catch (JsonException problem)
        {
            throw new ArgumentException($"The schema of the tool '{name}' is not valid JSON: {problem.Message}", nameof(schemaJson), problem);
        }

        return schema.ValueKind == JsonValueKind.Object
            ? new CustomTool { Name = name, Description = description, InputSchema = schema }
            : throw new ArgumentException($"The schema of the tool '{name}' is a JSON {schema.ValueKind}: it must be an object, for example {{\"type\":\"object\",\"properties\":{{}}}}.", nameof(schemaJson));
    }
}
