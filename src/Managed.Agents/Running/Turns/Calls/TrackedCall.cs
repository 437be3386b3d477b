namespace Managed.Agents;

/// <summary>One call of a turn, and how far its answer is.</summary>
internal sealed class TrackedCall(ToolCall call, CancellationTokenSource stop)
{
    public ToolCall Call => call;

    public CallState State { get; set; }

    public CancellationTokenSource Stop { get; set; } = stop;

    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Whether a confirmation was given, by whomever.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>Whether the session has a result, from whomever.</summary>
    public bool IsAnswered { get; set; }

    public bool IsOutcomeUnknown { get; set; }

    public ManagedAgentsException? Problem { get; set; }
}

/// <summary>How far the answer to a call is.</summary>
internal enum CallState
{
    Busy,
    Answered,
    NotOurs,
    Later,
    LeftOpen,
    Refused,
}
