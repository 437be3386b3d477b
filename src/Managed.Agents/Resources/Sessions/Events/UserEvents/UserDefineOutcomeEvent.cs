namespace Managed.Agents;

/// <summary>An outcome that the agent works towards, as it was stored.</summary>
public sealed record UserDefineOutcomeEvent : SessionEvent
{
    /// <summary>The id of the outcome (<c>outc_…</c>).</summary>
    public string OutcomeId { get; init => field = value ?? ""; } = "";

    /// <summary>What is to be reached.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>How the result is judged.</summary>
    /// <remarks>A rubric that was sent as a file may come back as its text.</remarks>
    public Rubric Rubric { get; init => field = value ?? Rubric.Missing; } = Rubric.Missing;

    /// <summary>How many times at most the agent tries.</summary>
    /// <value>Null means 3.</value>
    public int? MaxIterations { get; init; }

    private protected override string Detail => Description;
}
