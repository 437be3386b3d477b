namespace Managed.Agents;

/// <summary>What the caller asked for: the input, and where the turn starts.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Inputs">The input, or an empty list.</param>
/// <param name="From">The position to start from, or null.</param>
/// <param name="IsResumed">Whether the open turn, or the last one, is followed from its start. Only without a position.</param>
internal sealed record TurnRequest(string SessionId, IReadOnlyList<SessionInput> Inputs, SessionPosition? From = null, bool IsResumed = false)
{
    public TurnPlan ToPlan(TurnOptions options, TurnCalls calls) => new()
    {
        SessionId = SessionId,
        HasInput = Inputs.Count > 0,
        StartsTurn = Inputs.Any(static input => input is UserMessage or UserDefineOutcome),
        Answers = [.. Inputs.Select(CallAnswer.Of).OfType<CallAnswer>()],
        Owns = calls.Owns,
        Runs = calls.Runs,
        CanRaiseBudget = options.OnBudgetReached is not null,
        AnswerTimeout = options.AnswerTimeout,
        HistoryDelay = options.Follow.HistoryDelay,
    };

    public Task<TurnStart> FindStartAsync(SessionEventsClient events, CancellationToken cancellationToken)
    {
        var reader = new TurnStartReader(events, SessionId);
        return From is not null ? reader.FindAsync(From, cancellationToken)
            : IsResumed ? reader.FindTurnAsync(cancellationToken)
            : reader.FindEndAsync(cancellationToken);
    }
}
