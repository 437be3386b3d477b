namespace Managed.Agents;

/// <summary>The session is running: a turn started, or continued after a wait.</summary>
public sealed record SessionStatusRunningEvent : SessionEvent;
