using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A delta of an event that is being generated. Sent only on live streams with previews enabled.</summary>
/// <remarks>
/// The deltas of one event and one index, joined in order, are a prefix of that block in the final event. They are not always the whole
/// block.
/// </remarks>
public sealed record EventDeltaEvent : SessionEvent
{
    /// <summary>The id of the event that is being generated.</summary>
    public string EventId { get; init => field = value ?? ""; } = "";

    /// <summary>The delta.</summary>
    public EventDelta Delta { get; init => field = value ?? EventDelta.None; } = EventDelta.None;

    /// <summary>The text of the delta.</summary>
    [JsonIgnore]
    public string Text => Delta.Content.Text;

    private protected override string Detail => $"{EventId} {Text}";
}
