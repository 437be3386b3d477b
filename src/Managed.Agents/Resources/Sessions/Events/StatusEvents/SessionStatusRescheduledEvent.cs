namespace Managed.Agents;

/// <summary>Something failed for a moment; the API tries again by itself.</summary>
public sealed record SessionStatusRescheduledEvent : SessionEvent;
