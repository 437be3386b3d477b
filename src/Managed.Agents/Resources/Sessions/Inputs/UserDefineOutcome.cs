namespace Managed.Agents;

/// <summary>
/// Defines an outcome for the agent: it works, its result is evaluated, and it tries again until the outcome is satisfied or the maximum
/// number of iterations is reached. Work starts without a message.
/// </summary>
/// <remarks>A session has at most one active outcome.</remarks>
public sealed record UserDefineOutcome : SessionInput
{
    /// <summary>The description of the outcome.</summary>
    public required string Description { get; init; }

    /// <summary>The rubric that the result is evaluated against. A string converts to a <see cref="TextRubric"/>.</summary>
    public required Rubric Rubric { get; init; }

    /// <summary>The maximum number of iterations. At most 20.</summary>
    /// <value><see langword="null"/> means 3.</value>
    public int? MaxIterations { get; init; }
}
