namespace Managed.Agents;

/// <summary>The context was summarized as often as it may be and is full again.</summary>
public sealed record CompactionLimitReachedError : SessionError;
