using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A piece of one block of an event that is being made.</summary>
public sealed record EventDelta : ApiObject
{
    internal override string? WireType => "content_delta";

    internal static EventDelta None { get; } = new();

    /// <summary>The text to append.</summary>
    public TextBlock Content { get; init => field = value ?? TextBlock.Empty; } = TextBlock.Empty;

    /// <summary>Which block of the event the text belongs to: a known index appends, the next one adds a block.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Index { get; init; }
}
