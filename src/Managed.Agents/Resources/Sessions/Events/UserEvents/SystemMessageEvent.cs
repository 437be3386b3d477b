using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A stored <see cref="SystemMessage"/>: a system instruction in the middle of the conversation.</summary>
public sealed record SystemMessageEvent : SessionEvent
{
    /// <summary>The text blocks of the instruction.</summary>
    public IReadOnlyList<TextBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The text of the message: its text blocks, joined without a separator.</summary>
    [JsonIgnore]
    public string Text => Content.JoinText();

    private protected override string Detail => Text;
}
