using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>What the agent says at the end of one model request.</summary>
public sealed record AgentMessageEvent : SessionEvent
{
    /// <summary>The blocks of the message: text, and redacted blocks where the API withheld something.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The text of the message: its text blocks, joined.</summary>
    [JsonIgnore]
    public string Text => Content.JoinText();

    private protected override string Detail => Content.Describe();
}
