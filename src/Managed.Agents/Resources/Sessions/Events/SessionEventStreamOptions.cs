namespace Managed.Agents;

/// <summary>What an event stream carries besides the events themselves.</summary>
public sealed record SessionEventStreamOptions
{
    /// <summary>Which events are previewed while they grow, by <see cref="EventStartEvent"/> and <see cref="EventDeltaEvent"/>; empty for none.</summary>
    public IReadOnlyList<EventDeltaType> EventDeltas { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    internal QueryString Query() => new QueryString().Add("event_deltas", EventDeltas);
}
