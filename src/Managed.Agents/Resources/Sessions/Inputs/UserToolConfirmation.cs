namespace Managed.Agents;

/// <summary>Allows or denies a tool call that waits for permission.</summary>
public sealed record UserToolConfirmation : SessionInput
{
    /// <summary>The id of the <see cref="AgentToolUseEvent"/> or <see cref="AgentMcpToolUseEvent"/>.</summary>
    public required string ToolUseId { get; init; }

    /// <summary>Whether the call may run.</summary>
    public required ToolConfirmationResult Result { get; init; }

    /// <summary>
    /// What the agent is told about a denial: at most 10,000 characters, and only with <see cref="ToolConfirmationResult.Deny"/>.
    /// </summary>
    public string? DenyMessage { get; init; }

    /// <summary>Lets a tool call run.</summary>
    /// <param name="toolUseId">The id of the event with the call.</param>
    /// <returns>The answer.</returns>
    public static UserToolConfirmation AllowUse(string toolUseId) =>
        new() { ToolUseId = toolUseId, Result = ToolConfirmationResult.Allow };

    /// <summary>Keeps a tool call from running.</summary>
    /// <param name="toolUseId">The id of the event with the call.</param>
    /// <returns>The answer.</returns>
    public static UserToolConfirmation DenyUse(string toolUseId) => DenyUse(toolUseId, null);

    /// <summary>Keeps a tool call from running.</summary>
    /// <param name="toolUseId">The id of the event with the call.</param>
    /// <param name="message">What the agent is told, at most 10,000 characters.</param>
    /// <returns>The answer.</returns>
    public static UserToolConfirmation DenyUse(string toolUseId, string? message) =>
        new() { ToolUseId = toolUseId, Result = ToolConfirmationResult.Deny, DenyMessage = message };
}
