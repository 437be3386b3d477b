namespace Managed.Agents;

/// <summary>The events since the start of a send, oldest first, queued ones last.</summary>
/// <param name="Certain">The events that are newer than the start of the send.</param>
/// <param name="Uncertain">The events that may be older.</param>
/// <param name="IsComplete">Whether the history was read back to the start of the send, so that no event is missing.</param>
internal sealed record NewEvents(IReadOnlyList<SessionEvent> Certain, IReadOnlyList<SessionEvent> Uncertain, bool IsComplete);
