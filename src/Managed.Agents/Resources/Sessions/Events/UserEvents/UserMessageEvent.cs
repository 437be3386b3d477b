using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A stored <see cref="UserMessage"/>: a message to the agent.</summary>
public sealed record UserMessageEvent : SessionEvent
{
    /// <summary>The content blocks of the message.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The text of the message: its text blocks, joined without a separator.</summary>
    [JsonIgnore]
    public string Text => Content.JoinText();

    private protected override string Detail => Content.Describe();
}
