namespace Managed.Agents;

/// <summary>The session ended: it was archived or had an unrecoverable error. A live stream ends after this event.</summary>
public sealed record SessionStatusTerminatedEvent : SessionEvent;
