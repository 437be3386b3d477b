namespace Managed.Agents;

/// <summary>The agent is thinking. The event shows progress and does not contain the thinking text.</summary>
public sealed record AgentThinkingEvent : SessionEvent;
