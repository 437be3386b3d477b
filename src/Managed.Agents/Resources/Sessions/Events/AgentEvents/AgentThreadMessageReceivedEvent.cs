using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The thread received a message from another thread.</summary>
public sealed record AgentThreadMessageReceivedEvent : SessionEvent
{
    /// <summary>The id of the thread that sent the message.</summary>
    public string FromSessionThreadId { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the agent that runs in the sending thread.</summary>
    /// <value><see langword="null"/> on the prompt of a thread in a workflow run.</value>
    public string? FromAgentName { get; init; }

    /// <summary>The content blocks of the message.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The text of the message: its text blocks, joined without a separator.</summary>
    [JsonIgnore]
    public string Text => Content.JoinText();

    private protected override string Detail => $"from {FromAgentName ?? FromSessionThreadId}: {Content.Describe()}";
}
