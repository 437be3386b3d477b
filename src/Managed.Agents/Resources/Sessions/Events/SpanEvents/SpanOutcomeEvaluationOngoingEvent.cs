using System.Globalization;

namespace Managed.Agents;

/// <summary>The judging of an attempt at the outcome goes on: a sign of life.</summary>
public sealed record SpanOutcomeEvaluationOngoingEvent : SessionEvent
{
    /// <summary>The id of the outcome that is judged.</summary>
    public string OutcomeId { get; init => field = value ?? ""; } = "";

    /// <summary>Which attempt is judged, counted from zero.</summary>
    public int Iteration { get; init; }

    private protected override string Detail => string.Create(CultureInfo.InvariantCulture, $"iteration {Iteration}");
}
