namespace Managed.Agents;

/// <summary>Allows or denies a tool call that waits for permission.</summary>
public sealed record UserToolConfirmation : SessionInput
{
    /// <summary>The id of the <see cref="AgentToolUseEvent"/> or <see cref="AgentMcpToolUseEvent"/>.</summary>
    public required string ToolUseId { get; init; }

    /// <summary>Whether the call may run.</summary>
    public required ToolConfirmationResult Result { get; init; }

    /// <summary>
    /// The message to the agent about a denial. At most 10,000 characters. Only valid with <see cref="ToolConfirmationResult.Deny"/>.
    /// </summary>
    public string? DenyMessage { get; init; }

    /// <summary>Creates a confirmation that allows a tool call.</summary>
    /// <param name="toolUseId">The id of the <see cref="AgentToolUseEvent"/> or <see cref="AgentMcpToolUseEvent"/>.</param>
    /// <returns>The confirmation.</returns>
    public static UserToolConfirmation AllowUse(string toolUseId) =>
        new() { ToolUseId = toolUseId, Result = ToolConfirmationResult.Allow };

    /// <summary>Creates a confirmation that denies a tool call.</summary>
    /// <param name="toolUseId">The id of the <see cref="AgentToolUseEvent"/> or <see cref="AgentMcpToolUseEvent"/>.</param>
    /// <returns>The confirmation.</returns>
    public static UserToolConfirmation DenyUse(string toolUseId) => DenyUse(toolUseId, null);

    /// <summary>Creates a confirmation that denies a tool call.</summary>
    /// <param name="toolUseId">The id of the <see cref="AgentToolUseEvent"/> or <see cref="AgentMcpToolUseEvent"/>.</param>
    /// <param name="message">The message to the agent. At most 10,000 characters.</param>
    /// <returns>The confirmation.</returns>
    public static UserToolConfirmation DenyUse(string toolUseId, string? message) =>
        new() { ToolUseId = toolUseId, Result = ToolConfirmationResult.Deny, DenyMessage = message };
}
