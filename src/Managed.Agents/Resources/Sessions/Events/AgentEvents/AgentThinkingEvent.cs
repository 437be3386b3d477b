namespace Managed.Agents;

/// <summary>The agent is thinking. A progress signal without the thinking text.</summary>
public sealed record AgentThinkingEvent : SessionEvent;
