namespace Managed.Agents;

/// <summary>The agent is thinking: a sign of progress, without the thoughts.</summary>
public sealed record AgentThinkingEvent : SessionEvent;
