namespace Managed.Agents;

/// <summary>Another process has the claim of a call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Until">When its lease expires, unless it is renewed.</param>
internal sealed record ToolCallWait(ToolCall Call, DateTimeOffset Until);
