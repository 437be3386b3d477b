namespace Managed.Agents;

/// <summary>One run of a call. A call is run again only when a confirmation allows it.</summary>
/// <param name="Call">The call.</param>
/// <param name="IsConfirmed">Whether a confirmation has allowed the call.</param>
internal sealed record CallRun(ToolCall Call, bool IsConfirmed = false);
