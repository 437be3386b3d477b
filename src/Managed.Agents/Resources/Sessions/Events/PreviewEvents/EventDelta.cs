using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A delta of one block of an event that is being generated.</summary>
public sealed record EventDelta : ApiObject
{
    internal override string? WireType => "content_delta";

    internal static EventDelta None { get; } = new();

    /// <summary>The text to append.</summary>
    public TextBlock Content { get; init => field = value ?? TextBlock.Empty; } = TextBlock.Empty;

    /// <summary>The index of the block that the text belongs to. A known index appends to the block; the next index starts a new block.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Index { get; init; }
}
