using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A message to the agent, as it was stored.</summary>
public sealed record UserMessageEvent : SessionEvent
{
    /// <summary>What is said, block by block.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The text of the message: its text blocks, joined.</summary>
    [JsonIgnore]
    public string Text => Content.JoinText();

    private protected override string Detail => Content.Describe();
}
