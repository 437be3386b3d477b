namespace Managed.Agents;

/// <summary>The result of the last turn of a session. Read it, for example, when a webhook reports that the session is idle.</summary>
public sealed record SessionAnswer
{
    /// <summary>The session, with its metadata.</summary>
    public required Session Session { get; init; }

    /// <summary>Why the session last became idle.</summary>
    /// <value>Null if the session was never idle, was terminated during a turn, or if the history is not yet up to date.</value>
    public StopReason? StopReason { get; init; }

    /// <summary>The last message of the agent in the turn.</summary>
    /// <value>Null if the agent sent no message, for example in a turn that only waits for a tool.</value>
    public AgentMessageEvent? Message { get; init; }

    /// <summary>The last error of the turn.</summary>
    /// <value>Null if there was none.</value>
    public SessionError? Error { get; init; }

    /// <summary>The text of <see cref="Message"/>. Empty if there is none.</summary>
    public string Text => Message?.Text ?? "";
}
