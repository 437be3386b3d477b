using System.Text.Json;

namespace Managed.Agents;

/// <summary>The agent calls a built-in tool. In a self-hosted environment the client runs it.</summary>
public sealed record AgentToolUseEvent : SessionEvent
{
    private readonly JsonContent _input;

    /// <summary>The name of the tool, for example <c>bash</c>.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What the tool is called with: a JSON object.</summary>
    public JsonElement Input { get => _input.Element; init => _input = value; }

    /// <summary>What was decided about the call.</summary>
    /// <remarks>With <see cref="EvaluatedPermission.Ask"/> the session waits for a <see cref="UserToolConfirmation"/>.</remarks>
    public EvaluatedPermission? EvaluatedPermission { get; init; }

    /// <summary>How it was decided.</summary>
    /// <value>Null when the call was refused before any policy applied, such as a call of a tool that is not enabled.</value>
    public AgentToolEvaluation? Evaluation { get; init; }

    private protected override string Detail => LogLine.Call(Name, Input);
}
