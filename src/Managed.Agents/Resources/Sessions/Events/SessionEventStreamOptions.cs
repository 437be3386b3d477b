namespace Managed.Agents;

/// <summary>Options for an event stream.</summary>
public sealed record SessionEventStreamOptions
{
    /// <summary>
    /// The event types to preview while they are generated, with <see cref="EventStartEvent"/> and <see cref="EventDeltaEvent"/>. Empty
    /// means no previews.
    /// </summary>
    public IReadOnlyList<EventDeltaType> EventDeltas { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    internal QueryString Query() => new QueryString().Add("event_deltas", EventDeltas);
}
