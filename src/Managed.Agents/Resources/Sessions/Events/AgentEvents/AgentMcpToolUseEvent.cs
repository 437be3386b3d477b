using System.Text.Json;

namespace Managed.Agents;

/// <summary>The agent called a tool of an MCP server.</summary>
public sealed record AgentMcpToolUseEvent : SessionEvent
{
    private readonly JsonContent _input;

    /// <summary>The name of the MCP server, as configured on the agent.</summary>
    public string McpServerName { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the tool.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The input of the tool: a JSON object.</summary>
    public JsonElement Input { get => _input.Element; init => _input = value; }

    /// <summary>The permission decision for the call.</summary>
    /// <remarks>With <see cref="EvaluatedPermission.Ask"/> the session waits for a <see cref="UserToolConfirmation"/>.</remarks>
    public EvaluatedPermission? EvaluatedPermission { get; init; }

    /// <summary>How the permission decision was made.</summary>
    /// <value><see langword="null"/> when the call was rejected before a policy applied, for example because the tool is not enabled.</value>
    public AgentToolEvaluation? Evaluation { get; init; }

    private protected override string Detail => $"{McpServerName} {LogLine.Call(Name, Input)}";
}
