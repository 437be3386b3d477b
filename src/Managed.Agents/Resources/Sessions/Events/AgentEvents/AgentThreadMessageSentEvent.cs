using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The thread sent a message to another thread.</summary>
public sealed record AgentThreadMessageSentEvent : SessionEvent
{
    /// <summary>The id of the thread that receives the message.</summary>
    public string ToSessionThreadId { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the agent that runs in the receiving thread.</summary>
    public string? ToAgentName { get; init; }

    /// <summary>The content blocks of the message.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The text of the message: its text blocks, joined without a separator.</summary>
    [JsonIgnore]
    public string Text => Content.JoinText();

    private protected override string Detail => $"to {ToAgentName ?? ToSessionThreadId}: {Content.Describe()}";
}
