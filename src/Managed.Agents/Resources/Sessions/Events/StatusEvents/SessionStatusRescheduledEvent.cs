namespace Managed.Agents;

/// <summary>A transient error occurred. The API retries automatically.</summary>
public sealed record SessionStatusRescheduledEvent : SessionEvent;
