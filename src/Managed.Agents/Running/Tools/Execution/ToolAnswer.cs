namespace Managed.Agents;

/// <summary>What is to be done about a tool call.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Input">What to send; null when there is nothing to send.</param>
/// <param name="IsOutcomeUnknown">Whether nobody knows if the call had its effect.</param>
public sealed record ToolAnswer(ToolAnswerKind Kind, SessionInput? Input = null, bool IsOutcomeUnknown = false)
{
    internal static ToolAnswer NotOurs { get; } = new(ToolAnswerKind.NotOurs);

    internal static ToolAnswer Later { get; } = new(ToolAnswerKind.Later);

    internal static ToolAnswer Open { get; } = new(ToolAnswerKind.LeftOpen, IsOutcomeUnknown: true);

    internal static ToolAnswer Answered { get; } = new(ToolAnswerKind.AlreadyAnswered);
}

/// <summary>The kinds of <see cref="ToolAnswer"/>.</summary>
public enum ToolAnswerKind
{
    /// <summary>The result of a run, of this one or an earlier one. Send it.</summary>
    Result,

    /// <summary>A decision for which the service asks. Send it.</summary>
    Confirmation,

    /// <summary>Nobody here runs the tool, or it waits for nobody. Leave it to its owner.</summary>
    NotOurs,

    /// <summary>Whether it may run is decided later.</summary>
    Later,

    /// <summary>Its outcome is unknown, and <see cref="ToolOptions.OnUnknownOutcome"/> chose to leave it open.</summary>
    LeftOpen,

    /// <summary>The session has an answer already.</summary>
    AlreadyAnswered,
}
