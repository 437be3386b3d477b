using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A piece of an event that is being made. Only on live streams that ask for previews.</summary>
/// <remarks>
/// The pieces of one event and one index, joined in order, are the beginning of a block of the finished event; not always all of it.
/// </remarks>
public sealed record EventDeltaEvent : SessionEvent
{
    /// <summary>The id of the event that is being made.</summary>
    public string EventId { get; init => field = value ?? ""; } = "";

    /// <summary>The piece.</summary>
    public EventDelta Delta { get; init => field = value ?? EventDelta.None; } = EventDelta.None;

    /// <summary>The text of the piece.</summary>
    [JsonIgnore]
    public string Text => Delta.Content.Text;

    private protected override string Detail => $"{EventId} {Text}";
}
