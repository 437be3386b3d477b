namespace Managed.Agents;

/// <summary>The result of a turn.</summary>
public sealed record TurnResult
{
    /// <summary>The session (<c>sesn_…</c>).</summary>
    public required string SessionId { get; init; }

    /// <summary>How the turn ended.</summary>
    public required TurnEnding Ending { get; init; }

    /// <summary>Why the session became idle, or null if the session itself ended.</summary>
    public StopReason? StopReason { get; init; }

    /// <summary>Details about a refusal, or null for every other ending.</summary>
    public RefusalStopDetails? StopDetails { get; init; }

    /// <summary>The text of the last of <see cref="Messages"/>. Empty if there are none.</summary>
    public string Text => Messages.Count == 0 ? "" : Messages[^1].Text;

    /// <summary>The messages of the primary agent in the turn.</summary>
    public IReadOnlyList<AgentMessageEvent> Messages { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The usage of this turn alone: the difference between the usage of the session at its end and at its start.</summary>
    /// <value>Null if the service did not report the usage of the session at one of the two. List cost is rounded to whole cents at both, so the difference can be off by a cent.</value>
    public SessionUsage? TurnUsage { get; init; }

    /// <summary>The usage of the session from its creation to the end of the turn. Its <see cref="Managed.Agents.SessionUsage.ListCost"/> is the cost at list price.</summary>
    /// <value>Null if the service has not reported it yet.</value>
    public SessionUsage? SessionUsage { get; init; }

    /// <summary>The last error of the turn, or null if there was none. Not every error ends a turn.</summary>
    public SessionError? Error { get; init; }

    /// <summary>The calls that wait for an answer, if the turn ended with <see cref="TurnEnding.RequiresAction"/>.</summary>
    public IReadOnlyList<PendingAction> PendingActions { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The calls for which it is unknown whether they took effect.</summary>
    public IReadOnlyList<ToolCall> UnknownOutcomes { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The evaluations of the outcome, in order. The last one is final unless its result is that a revision is needed.</summary>
    public IReadOnlyList<SpanOutcomeEvaluationEndEvent> Evaluations { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The result of the last evaluation, or null if no outcome was evaluated.</summary>
    public OutcomeResult? Outcome => Evaluations.Count == 0 ? null : Evaluations[^1].Result;

    /// <summary>The result of sending the input, or null if the turn was resumed without input.</summary>
    public SendOnceResult? Input { get; init; }

    /// <summary>Whether the service processed all of the input. False if the turn ended before that and the queued input was discarded.</summary>
    public bool IsInputProcessed { get; init; } = true;

    /// <summary>The position after the last event of the turn. Pass it to follow or resume.</summary>
    public required SessionPosition Position { get; init; }

    /// <summary>The idle session, if <see cref="TurnOptions.WaitUntilIdle"/> is set.</summary>
    /// <value>Null if the option is not set, if the session was deleted, or if the session did not become idle within a minute.</value>
    public Session? Session { get; init; }

    /// <summary>Returns the session, the ending and the text on one line.</summary>
    /// <returns>One line. Long text is truncated.</returns>
    public override string ToString()
    {
        var pending = PendingActions.Count == 0 ? "" : $", {PendingActions.Count} pending";
        return LogLine.Of($"{SessionId} {Ending}{pending}", Text);
    }
}
