namespace Managed.Agents;

/// <summary>The context of the thread was summarized to make room. The history of events stays as it is.</summary>
public sealed record AgentThreadContextCompactedEvent : SessionEvent;
