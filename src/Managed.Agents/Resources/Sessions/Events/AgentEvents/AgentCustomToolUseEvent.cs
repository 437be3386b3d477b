using System.Text.Json;

namespace Managed.Agents;

/// <summary>
/// The agent called a tool that the client runs. The session waits for a <see cref="UserCustomToolResult"/> with the id of this event.
/// </summary>
public sealed record AgentCustomToolUseEvent : SessionEvent
{
    private readonly JsonContent _input;

    /// <summary>The name of the tool.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The input of the tool: a JSON object that follows the tool's schema.</summary>
    public JsonElement Input { get => _input.Element; init => _input = value; }

    private protected override string Detail => LogLine.Call(Name, Input);
}
