namespace Managed.Agents;

/// <summary>An event is being made: its kind and id, ahead of the event itself. Only on live streams that ask for previews.</summary>
public sealed record EventStartEvent : SessionEvent
{
    /// <summary>The event that is being made.</summary>
    public EventPreview Event { get; init => field = value ?? EventPreview.Missing; } = EventPreview.Missing;

    private protected override string Detail => $"{Event.Type} {Event.Id}";
}
