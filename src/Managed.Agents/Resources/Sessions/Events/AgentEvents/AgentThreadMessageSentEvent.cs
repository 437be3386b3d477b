using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The thread whose events these are sends a message to another thread.</summary>
public sealed record AgentThreadMessageSentEvent : SessionEvent
{
    /// <summary>The thread that gets the message.</summary>
    public string ToSessionThreadId { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the agent of that thread.</summary>
    public string? ToAgentName { get; init; }

    /// <summary>What is said, block by block.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The text of the message: its text blocks, joined.</summary>
    [JsonIgnore]
    public string Text => Content.JoinText();

    private protected override string Detail => $"to {ToAgentName ?? ToSessionThreadId}: {Content.Describe()}";
}
