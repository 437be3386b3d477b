using System.Globalization;

namespace Managed.Agents;

/// <summary>An iteration of an outcome is now being evaluated.</summary>
public sealed record SpanOutcomeEvaluationStartEvent : SessionEvent
{
    /// <summary>The id of the outcome that is being evaluated.</summary>
    public string OutcomeId { get; init => field = value ?? ""; } = "";

    /// <summary>The zero-based number of the iteration.</summary>
    public int Iteration { get; init; }

    private protected override string Detail => string.Create(CultureInfo.InvariantCulture, $"iteration {Iteration}");
}
