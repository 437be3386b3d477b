namespace Managed.Agents;

/// <summary>Where a turn starts to follow the session, and what the history says about the time before.</summary>
/// <param name="Delivered">The events that the feed must not deliver.</param>
/// <param name="Past">The events of the open part of the session before the feed, oldest first.</param>
/// <param name="UsageBefore">The usage of the session before the turn, or null if it is unknown.</param>
internal sealed record TurnStart(DeliveredEvents Delivered, IReadOnlyList<SessionEvent> Past, SessionUsage? UsageBefore)
{
    /// <summary>Whether the feed starts at the current end of the history.</summary>
    public bool IsEnd { get; init; }

    /// <summary>Whether the part of the history that was read may lack events of the position. The feed does not deliver the missing ones.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>The ids of the newest processed events, or null if they were not read.</summary>
    public IReadOnlyCollection<string>? KnownIds { get; init; }

    /// <summary>The ids of the queued events that were read.</summary>
    public IReadOnlyCollection<string> QueuedIds { get; init; } = [];
}
