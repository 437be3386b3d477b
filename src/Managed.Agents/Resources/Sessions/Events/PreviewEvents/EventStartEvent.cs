namespace Managed.Agents;

/// <summary>
/// The API started to generate an event. Contains the type and the id of that event. Sent only on live streams with previews enabled.
/// </summary>
public sealed record EventStartEvent : SessionEvent
{
    /// <summary>The event that is being generated.</summary>
    public EventPreview Event { get; init => field = value ?? EventPreview.Missing; } = EventPreview.Missing;

    private protected override string Detail => $"{Event.Type} {Event.Id}";
}
