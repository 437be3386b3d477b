namespace Managed.Agents;

/// <summary>A request to the model begins.</summary>
public sealed record SpanModelRequestStartEvent : SessionEvent;
