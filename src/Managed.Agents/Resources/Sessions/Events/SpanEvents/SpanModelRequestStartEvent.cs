namespace Managed.Agents;

/// <summary>A model request started.</summary>
public sealed record SpanModelRequestStartEvent : SessionEvent;
