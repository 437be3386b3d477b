using System.Globalization;

namespace Managed.Agents;

/// <summary>An iteration of an outcome is still being evaluated. The event is sent as a heartbeat.</summary>
public sealed record SpanOutcomeEvaluationOngoingEvent : SessionEvent
{
    /// <summary>The id of the outcome that is being evaluated.</summary>
    public string OutcomeId { get; init => field = value ?? ""; } = "";

    /// <summary>The zero-based number of the iteration.</summary>
    public int Iteration { get; init; }

    private protected override string Detail => string.Create(CultureInfo.InvariantCulture, $"iteration {Iteration}");
}
