namespace Managed.Agents;

/// <summary>The session works: a turn begins, or goes on after a wait.</summary>
public sealed record SessionStatusRunningEvent : SessionEvent;
