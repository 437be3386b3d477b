namespace Managed.Agents;

/// <summary>An outcome of a session and its evaluation.</summary>
public sealed record OutcomeEvaluation : ApiObject
{
    internal override string? WireType => "outcome_evaluation";

    /// <summary>The id of the outcome (<c>outc_…</c>).</summary>
    public string OutcomeId { get; init => field = value ?? ""; } = "";

    /// <summary>The description of the outcome.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>The result of the evaluation.</summary>
    public OutcomeResult Result { get; init; }

    /// <summary>The zero-based number of the iteration that was evaluated last.</summary>
    public int Iteration { get; init; }

    /// <summary>The explanation of the last result.</summary>
    public string? Explanation { get; init; }

    /// <summary>When the outcome ended; <see langword="null"/> while it is open.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
