namespace Managed.Agents;

/// <summary>What a turn was asked to do. It does not change.</summary>
internal sealed record TurnPlan
{
    public required string SessionId { get; init; }

    /// <summary>Whether there is input to send.</summary>
    public bool HasInput { get; init; }

    /// <summary>Whether the input starts a turn of the session. Answers and interrupts do not.</summary>
    public bool StartsTurn { get; init; }

    /// <summary>The calls that the input answers.</summary>
    public IReadOnlyList<CallAnswer> Answers { get; init; } = [];

    /// <summary>Whether a call can be answered here.</summary>
    public Func<ToolCall, bool> Owns { get; init; } = static _ => false;

    /// <summary>Whether a function runs a call here, once it is allowed.</summary>
    public Func<ToolCall, bool> Runs { get; init; } = static _ => false;

    /// <summary>Whether the caller can raise the budget.</summary>
    public bool CanRaiseBudget { get; init; }

    /// <summary>How long an idle session may take to continue after an answer.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the history can be behind the stream.</summary>
    public TimeSpan HistoryDelay { get; init; } = TimeSpan.FromSeconds(5);
}
