namespace Managed.Agents;

/// <summary>What came of the last turn of a session: what to read when a webhook tells that it came to rest.</summary>
public sealed record SessionAnswer
{
    /// <summary>The session, with the metadata that says what it was for.</summary>
    public required Session Session { get; init; }

    /// <summary>Why the session last came to rest.</summary>
    /// <value>Null when it never has, when it was terminated in mid-turn, or when the history is a moment behind.</value>
    public StopReason? StopReason { get; init; }

    /// <summary>The last message of the agent in the turn.</summary>
    /// <value>Null when it said nothing, as a turn may that only waits for a tool.</value>
    public AgentMessageEvent? Message { get; init; }

    /// <summary>What last went wrong in the turn.</summary>
    /// <value>Null when nothing did.</value>
    public SessionError? Error { get; init; }

    /// <summary>The text of <see cref="Message"/>; empty when there is none.</summary>
    public string Text => Message?.Text ?? "";
}
