namespace Managed.Agents;

/// <summary>
/// Gives the agent an outcome to work towards: it works, is judged, and tries again until the outcome is reached. No message is
/// needed to begin.
/// </summary>
/// <remarks>A session has one outcome at a time.</remarks>
public sealed record UserDefineOutcome : SessionInput
{
    /// <summary>What is to be reached.</summary>
    public required string Description { get; init; }

    /// <summary>How the result is judged; a string converts to a <see cref="TextRubric"/>.</summary>
    public required Rubric Rubric { get; init; }

    /// <summary>How many times at most the agent tries: up to 20.</summary>
    /// <value>Null means 3.</value>
    public int? MaxIterations { get; init; }
}
