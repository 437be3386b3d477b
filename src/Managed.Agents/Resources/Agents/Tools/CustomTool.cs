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
}
