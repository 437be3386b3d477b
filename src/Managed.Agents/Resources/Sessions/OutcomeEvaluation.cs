namespace Managed.Agents;

/// <summary>An outcome that a session was given, and how far it is.</summary>
public sealed record OutcomeEvaluation : ApiObject
{
    internal override string? WireType => "outcome_evaluation";

    /// <summary>The id of the outcome (<c>outc_…</c>).</summary>
    public string OutcomeId { get; init => field = value ?? ""; } = "";

    /// <summary>What is to be reached.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>How far the outcome is.</summary>
    public OutcomeResult Result { get; init; }

    /// <summary>Which attempt was judged last, counted from zero.</summary>
    public int Iteration { get; init; }

    /// <summary>The last verdict in words.</summary>
    public string? Explanation { get; init; }

    /// <summary>When the outcome was settled; null while it is not.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
