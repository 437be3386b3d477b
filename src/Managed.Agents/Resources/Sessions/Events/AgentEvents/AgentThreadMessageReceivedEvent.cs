using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The thread whose events these are gets a message from another thread.</summary>
public sealed record AgentThreadMessageReceivedEvent : SessionEvent
{
    /// <summary>The thread that sent the message.</summary>
    public string FromSessionThreadId { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the agent of that thread.</summary>
    /// <value>Null on the prompt of a thread in a workflow run.</value>
    public string? FromAgentName { get; init; }

    /// <summary>What is said, block by block.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The text of the message: its text blocks, joined.</summary>
    [JsonIgnore]
    public string Text => Content.JoinText();

    private protected override string Detail => $"from {FromAgentName ?? FromSessionThreadId}: {Content.Describe()}";
}
