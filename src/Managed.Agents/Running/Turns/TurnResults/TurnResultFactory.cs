namespace Managed.Agents;

/// <summary>Creates the result of a turn from its last state.</summary>
internal static class TurnResultFactory
{
    public static TurnResult Create(TurnState state, TurnEffect.Finish finish, SessionPosition position, Session? session, TurnOptions options, AnswerSender sender)
    {
        var idle = finish.Ending is TurnEnding.Terminated or TurnEnding.Deleted or TurnEnding.InputUnknown ? null : state.Idle;
        return new TurnResult
        {
            SessionId = state.Plan.SessionId,
            Ending = finish.Ending == TurnEnding.Terminated && session?.ArchivedAt is not null ? TurnEnding.Archived : finish.Ending,
            StopReason = idle?.StopReason,
            StopDetails = idle?.StopDetails,
            Messages = state.Messages,
            SessionUsage = state.Usage ?? state.UsageBefore,
            TurnUsage = state is { Usage: { } usage, UsageBefore: { } before } ? usage.Minus(before) : null,
            Error = state.Error,
            PendingActions = [.. finish.Pending.Select(action => action with { Send = sender.SendAsync })],
            UnknownOutcomes = [.. state.Work.Values.Where(static work => work.IsOutcomeUnknown).OrderBy(static work => work.Order).Select(static work => work.Run.Call)],
            Evaluations = state.Evaluations,
            Input = state.Sent,
            IsInputProcessed = state.HasBegun && finish.Ending != TurnEnding.InputUnknown,
            Session = options.WaitUntilIdle ? session : null,
            Position = position,
        };
    }
}
