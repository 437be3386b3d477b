namespace Managed.Agents;

/// <summary>The result of checking the input of a call.</summary>
/// <param name="Call">The call with the checked input, which the approver and the function get.</param>
/// <param name="Problem">The problem as a sentence for the agent, without any value of the input, or null if the input is valid.</param>
internal sealed record ToolInputCheckResult(ToolCall Call, string? Problem);
