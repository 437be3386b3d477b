namespace Managed.Agents;

/// <summary>A call and what the events of the session say about it.</summary>
/// <param name="Call">The call, or null if only its answer was seen.</param>
/// <param name="Decision">The first decision about the call, or null if there is none.</param>
/// <param name="Closing">Why the call no longer waits for an answer, or null while it does.</param>
internal sealed record CallHistoryEntry(ToolCall? Call, ToolConfirmationResult? Decision = null, CallClosing? Closing = null);
