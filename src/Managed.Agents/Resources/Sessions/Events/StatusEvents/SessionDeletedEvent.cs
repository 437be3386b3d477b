namespace Managed.Agents;

/// <summary>The session was deleted. Only on live streams, which end after this event. It never appears in the history.</summary>
public sealed record SessionDeletedEvent : SessionEvent;
