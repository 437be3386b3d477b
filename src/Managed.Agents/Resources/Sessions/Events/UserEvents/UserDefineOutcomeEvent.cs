namespace Managed.Agents;

/// <summary>A stored <see cref="UserDefineOutcome"/>: an outcome that the agent works towards.</summary>
public sealed record UserDefineOutcomeEvent : SessionEvent
{
    /// <summary>The id of the outcome (<c>outc_…</c>).</summary>
    public string OutcomeId { get; init => field = value ?? ""; } = "";

    /// <summary>The description of the outcome.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>The rubric that the result is evaluated against.</summary>
    /// <remarks>A rubric that was sent as a file can be returned as text.</remarks>
    public Rubric Rubric { get; init => field = value ?? Rubric.Missing; } = Rubric.Missing;

    /// <summary>The maximum number of iterations.</summary>
    /// <value><see langword="null"/> means 3.</value>
    public int? MaxIterations { get; init; }

    private protected override string Detail => Description;
}
