namespace Managed.Agents;

/// <summary>What came of a turn.</summary>
public sealed record TurnResult
{
    /// <summary>The session (<c>sesn_…</c>).</summary>
    public required string SessionId { get; init; }

    /// <summary>How it ended.</summary>
    public required TurnEnding Ending { get; init; }

    /// <summary>Why the session stopped working, as the API says it; null when the session itself ended.</summary>
    public StopReason? StopReason { get; init; }

    /// <summary>More about a refusal; null for every other ending.</summary>
    public RefusalStopDetails? StopDetails { get; init; }

    /// <summary>What the agent said last: the text of the last of <see cref="Messages"/>; empty when it said nothing.</summary>
    public string Text => Messages.Count == 0 ? "" : Messages[^1].Text;

    /// <summary>What the primary agent said in the turn.</summary>
    public IReadOnlyList<AgentMessageEvent> Messages { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>What the session has used since it was created, as of the end of the turn; its <see cref="SessionUsage.ListCost"/> is the cost at list price.</summary>
    /// <value>Null when the turn ended before the service said so.</value>
    public SessionUsage? Usage { get; init; }

    /// <summary>The last error of the turn; null when there was none. Not every error ends a turn.</summary>
    public SessionError? Error { get; init; }

    /// <summary>The calls that wait for an answer, when the turn ended with <see cref="TurnEnding.RequiresAction"/>.</summary>
    public IReadOnlyList<PendingAction> PendingActions { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The calls of which nobody knows whether they had their effect.</summary>
    public IReadOnlyList<ToolCall> UnknownOutcomes { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The judgements about an outcome, in order; the last is final unless it asks for a revision.</summary>
    public IReadOnlyList<SpanOutcomeEvaluationEndEvent> Evaluations { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The last judgement; null when the turn had no outcome that was judged.</summary>
    public OutcomeResult? Outcome => Evaluations.Count == 0 ? null : Evaluations[^1].Result;

    /// <summary>What became of the input; null when the turn was resumed without one.</summary>
    public SendOnceResult? Input { get; init; }

    /// <summary>Whether the service took all of the input up. False when the turn ended before, and with it what waited in the queue.</summary>
    public bool IsInputProcessed { get; init; } = true;

    /// <summary>Behind the last event of the turn: where to follow or resume from.</summary>
    public required SessionPosition Position { get; init; }

    /// <summary>The session at rest, when <see cref="TurnOptions.WaitUntilIdle"/> asked for it.</summary>
    /// <value>Null when it did not, when there is no session any more, and when it did not rest within a minute, because something else keeps it busy.</value>
    public Session? Session { get; init; }
}
