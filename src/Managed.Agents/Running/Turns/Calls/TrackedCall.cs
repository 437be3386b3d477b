namespace Managed.Agents;

/// <summary>A call of a turn and the state of its answer.</summary>
internal sealed class TrackedCall(ToolCall call, CancellationTokenSource stop)
{
    public ToolCall Call => call;

    public CallState State { get; set; }

    public CancellationTokenSource Stop { get; set; } = stop;

    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Whether the call was confirmed, here or by another client.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>Whether the session has a result, from here or from another client.</summary>
    public bool IsAnswered { get; set; }

    public bool IsOutcomeUnknown { get; set; }

    public ManagedAgentsException? Problem { get; set; }
}

/// <summary>The state of the answer to a call.</summary>
internal enum CallState
{
    Busy,
    Answered,
    NotOurs,
    Later,
    LeftOpen,
    Refused,
}
