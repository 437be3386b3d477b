namespace Managed.Agents;

/// <summary>The turn has called more tools than one turn may.</summary>
public sealed record ToolUseLimitReachedError : SessionError;
