using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An instruction of the operator in the middle of the conversation, as it was stored.</summary>
public sealed record SystemMessageEvent : SessionEvent
{
    /// <summary>The text of the instruction, block by block.</summary>
    public IReadOnlyList<TextBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The text of the message: its text blocks, joined.</summary>
    [JsonIgnore]
    public string Text => Content.JoinText();

    private protected override string Detail => Text;
}
