namespace Managed.Agents;

/// <summary>What is to be done about a tool call.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Input">What to send; null when there is nothing to send.</param>
/// <param name="IsOutcomeUnknown">Whether nobody knows if the call had its effect.</param>
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
    /// <summary>The result of a run, of this one or an earlier one. Send it.</summary>
    Result,

    /// <summary>A decision for which the service asks. Send it.</summary>
    Confirmation,

    /// <summary>Nobody here runs the tool, or it waits for nobody. Leave it to its owner.</summary>
    UnknownTool,

    /// <summary>Whether it may run is decided later.</summary>
    Deferred,

    /// <summary>Its outcome is unknown, and <see cref="ToolOptions.OnUnknownOutcome"/> chose to leave it open.</summary>
    LeftUnanswered,

    /// <summary>The session has an answer already.</summary>
    AlreadyAnswered,
}
