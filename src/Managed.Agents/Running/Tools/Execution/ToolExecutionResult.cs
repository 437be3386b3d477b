namespace Managed.Agents;

/// <summary>The result of executing a tool call.</summary>
/// <param name="Kind">The kind of the result.</param>
/// <param name="Input">The input to send, or null if there is nothing to send.</param>
/// <param name="IsOutcomeUnknown">Whether it is unknown if the call took effect.</param>
public sealed record ToolExecutionResult(ToolExecutionResultKind Kind, SessionInput? Input = null, bool IsOutcomeUnknown = false)
{
    internal static ToolExecutionResult NotOurs { get; } = new(ToolExecutionResultKind.UnknownTool);

    internal static ToolExecutionResult Later { get; } = new(ToolExecutionResultKind.Deferred);

    internal static ToolExecutionResult Open { get; } = new(ToolExecutionResultKind.LeftUnanswered, IsOutcomeUnknown: true);

    internal static ToolExecutionResult Answered { get; } = new(ToolExecutionResultKind.AlreadyAnswered);
}

/// <summary>The kinds of <see cref="ToolExecutionResult"/>.</summary>
public enum ToolExecutionResultKind
{
    /// <summary>The result of this run or an earlier one. Send it.</summary>
    Result,

    /// <summary>A decision that the service requested. Send it.</summary>
    Confirmation,

    /// <summary>No function runs the tool here, or the call does not wait for the client. Leave it to its owner.</summary>
    UnknownTool,

    /// <summary>The approval was deferred.</summary>
    Deferred,

    /// <summary>The outcome is unknown, and <see cref="ToolOptions.OnUnknownOutcome"/> left the call unanswered.</summary>
    LeftUnanswered,

    /// <summary>The session already has an answer.</summary>
    AlreadyAnswered,
}
