namespace Managed.Agents;

/// <summary>What this turn did about a call.</summary>
/// <param name="Run">The latest run.</param>
/// <param name="Stage">How far the run is.</param>
internal sealed record CallWork(CallRun Run, CallStage Stage = CallStage.Running)
{
    /// <summary>Why the call is not answered here, if the stage is <see cref="CallStage.Pending"/>.</summary>
    public PendingReason Reason { get; init; }

    /// <summary>The problem with the answer, or null.</summary>
    public Exception? Problem { get; init; }

    /// <summary>The position among the calls of the turn.</summary>
    public int Order { get; init; }

    /// <summary>Whether it is unknown if the call took effect.</summary>
    public bool IsOutcomeUnknown { get; init; }
}

/// <summary>How far the run of a call is.</summary>
internal enum CallStage
{
    /// <summary>The approver is asked, or the function is running.</summary>
    Running,

    /// <summary>The answer is being sent.</summary>
    Answering,

    /// <summary>The session has the answer.</summary>
    Answered,

    /// <summary>The store says that the call was answered, by this process or by another one.</summary>
    AnsweredElsewhere,

    /// <summary>The call is not answered here.</summary>
    Pending,
}
