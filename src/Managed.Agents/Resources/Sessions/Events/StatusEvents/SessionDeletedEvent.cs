namespace Managed.Agents;

/// <summary>The session was deleted. The event is sent only on live streams, which end after it. It never appears in the history.</summary>
public sealed record SessionDeletedEvent : SessionEvent;
