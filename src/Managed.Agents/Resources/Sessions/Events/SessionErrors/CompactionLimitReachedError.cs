namespace Managed.Agents;

/// <summary>The context is full, and the limit of context compactions was reached.</summary>
public sealed record CompactionLimitReachedError : SessionError;
