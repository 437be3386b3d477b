using System.Globalization;

namespace Managed.Agents;

/// <summary>An iteration of an outcome was evaluated.</summary>
public sealed record SpanOutcomeEvaluationEndEvent : SessionEvent
{
    /// <summary>The id of the <see cref="SpanOutcomeEvaluationStartEvent"/>.</summary>
    /// <value>Empty when an interrupt came before the evaluation started.</value>
    public string OutcomeEvaluationStartId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the outcome that was evaluated.</summary>
    public string OutcomeId { get; init => field = value ?? ""; } = "";

    /// <summary>The zero-based number of the iteration.</summary>
    public int Iteration { get; init; }

    /// <summary>The result. Every result except <see cref="OutcomeResult.NeedsRevision"/> is final.</summary>
    public OutcomeResult Result { get; init; }

    /// <summary>The explanation of the result.</summary>
    public string Explanation { get; init => field = value ?? ""; } = "";

    /// <summary>The token usage of the evaluation.</summary>
    public SpanModelUsage Usage { get; init => field = value ?? SpanModelUsage.None; } = SpanModelUsage.None;

    private protected override string Detail => string.Create(CultureInfo.InvariantCulture, $"iteration {Iteration} {Result} {Explanation}");
}
