using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A message of the agent: the final text of one model request.</summary>
public sealed record AgentMessageEvent : SessionEvent
{
    /// <summary>The blocks of the message: text blocks, and redacted blocks where the API withheld content.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The text of the message: its text blocks, joined without a separator.</summary>
    [JsonIgnore]
    public string Text => Content.JoinText();

    private protected override string Detail => Content.Describe();
}
