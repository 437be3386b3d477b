namespace Managed.Agents;

/// <summary>The context of the thread was summarized to free space. The event history is not changed.</summary>
public sealed record AgentThreadContextCompactedEvent : SessionEvent;
