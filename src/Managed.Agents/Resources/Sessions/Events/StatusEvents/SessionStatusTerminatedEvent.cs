namespace Managed.Agents;

/// <summary>The session has ended, because it was archived or cannot go on. A live stream ends here.</summary>
public sealed record SessionStatusTerminatedEvent : SessionEvent;
