using System.Globalization;

namespace Managed.Agents;

/// <summary>The judging of an attempt at the outcome has ended.</summary>
public sealed record SpanOutcomeEvaluationEndEvent : SessionEvent
{
    /// <summary>The id of the <see cref="SpanOutcomeEvaluationStartEvent"/>.</summary>
    /// <value>Empty when an interrupt came before the judging began.</value>
    public string OutcomeEvaluationStartId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the outcome that is judged.</summary>
    public string OutcomeId { get; init => field = value ?? ""; } = "";

    /// <summary>Which attempt is judged, counted from zero.</summary>
    public int Iteration { get; init; }

    /// <summary>The verdict. Every one but <see cref="OutcomeResult.NeedsRevision"/> is final.</summary>
    public OutcomeResult Result { get; init; }

    /// <summary>The verdict in words.</summary>
    public string Explanation { get; init => field = value ?? ""; } = "";

    /// <summary>The tokens that the judging took.</summary>
    public SpanModelUsage Usage { get; init => field = value ?? SpanModelUsage.None; } = SpanModelUsage.None;

    private protected override string Detail => string.Create(CultureInfo.InvariantCulture, $"iteration {Iteration} {Result} {Explanation}");
}
