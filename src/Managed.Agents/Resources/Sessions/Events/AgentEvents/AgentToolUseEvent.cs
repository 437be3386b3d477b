using System.Text.Json;

namespace Managed.Agents;

/// <summary>The agent called a built-in tool. In a self-hosted environment, the client runs it.</summary>
public sealed record AgentToolUseEvent : SessionEvent
{
    private readonly JsonContent _input;

    /// <summary>The name of the tool, for example <c>bash</c>.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The input of the tool: a JSON object.</summary>
    public JsonElement Input { get => _input.Element; init => _input = value; }

    /// <summary>The permission decision for the call.</summary>
    /// <remarks>With <see cref="EvaluatedPermission.Ask"/> the session waits for a <see cref="UserToolConfirmation"/>.</remarks>
    public EvaluatedPermission? EvaluatedPermission { get; init; }

    /// <summary>How the permission decision was made.</summary>
    /// <value><see langword="null"/> when the call was rejected before a policy applied, for example because the tool is not enabled.</value>
    public AgentToolEvaluation? Evaluation { get; init; }

    private protected override string Detail => LogLine.Call(Name, Input);
}
