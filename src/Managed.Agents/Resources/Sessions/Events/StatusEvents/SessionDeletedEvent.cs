namespace Managed.Agents;

/// <summary>The session was deleted. A live stream ends here; no history has this event.</summary>
public sealed record SessionDeletedEvent : SessionEvent;
