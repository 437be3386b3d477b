namespace Managed.Agents;

/// <summary>Something that happened to a turn. Facts are given to <see cref="TurnRules"/> one at a time.</summary>
internal abstract record TurnFact
{
    private TurnFact()
    {
    }

    /// <summary>The stream is open, and the events before the start of the feed were read.</summary>
    /// <param name="Past">The events of the open part of the session before the start of the feed, oldest first.</param>
    /// <param name="UsageBefore">The usage of the session before the turn, or null if it is unknown.</param>
    internal sealed record Opened(IReadOnlyList<SessionEvent> Past, SessionUsage? UsageBefore = null) : TurnFact
    {
        /// <summary>Whether the past reaches to the current end of the history.</summary>
        public bool IsCurrent { get; init; }

        /// <summary>Whether events are missing that the feed will not deliver, because the history was behind the start position.</summary>
        public bool IsIncomplete { get; init; }
    }

    /// <summary>The open part of the session was read again, to its current end.</summary>
    /// <param name="Past">Its events, oldest first.</param>
    internal sealed record Reread(IReadOnlyList<SessionEvent> Past) : TurnFact;

    /// <summary>The input was sent, or its outcome is unknown.</summary>
    internal sealed record InputSent(SendOnceResult Result) : TurnFact;

    /// <summary>The service rejected the input as invalid in the current state of the session.</summary>
    internal sealed record InputRejected(ManagedAgentsApiException Problem) : TurnFact;

    /// <summary>The feed delivered an event.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="IsReplayed">Whether it was read from the history, so that later events may already have changed the situation.</param>
    internal sealed record Received(SessionEvent Event, bool IsReplayed) : TurnFact;

    /// <summary>The history was read to its end once. It may be slightly behind the stream.</summary>
    internal sealed record HistoryRead : TurnFact;

    /// <summary>The feed has delivered everything that happened before the connection was opened. The following events are live.</summary>
    internal sealed record CaughtUp : TurnFact;

    /// <summary>The feed has ended.</summary>
    /// <param name="IsDeleted">Whether the session no longer exists.</param>
    internal sealed record FeedEnded(bool IsDeleted) : TurnFact;

    /// <summary>The open part of the session was read, to compare it with the calls that an idle status names. It can be ahead of the feed.</summary>
    /// <param name="Past">Its events, oldest first.</param>
    internal sealed record CallsChecked(IReadOnlyList<SessionEvent> Past) : TurnFact;

    /// <summary>The executor finished a run of a call.</summary>
    internal sealed record CallExecuted(CallRun Run, ToolExecutionResult Result) : TurnFact;

    /// <summary>The approver, the store or another part of a run failed. The function may have run only if the store says so.</summary>
    internal sealed record CallFailed(CallRun Run, PendingReason Reason, Exception Problem) : TurnFact;

    /// <summary>Another process runs the call.</summary>
    internal sealed record CallClaimedElsewhere(CallRun Run, DateTimeOffset Until) : TurnFact;

    /// <summary>The answer to a call was sent, or could not be sent.</summary>
    internal sealed record AnswerSent(CallRun Run, SessionInput Answer, AnswerOutcome Outcome) : TurnFact;

    /// <summary>The budget of a session that reached it was compared with its usage.</summary>
    /// <param name="HasRoom">Whether the budget was raised or removed since.</param>
    internal sealed record BudgetChecked(bool HasRoom) : TurnFact;

    /// <summary>The callback decided about the budget.</summary>
    /// <param name="Limit">The new budget, or null to end the turn.</param>
    internal sealed record BudgetDecided(BudgetLimit? Limit) : TurnFact;

    /// <summary>The budget was raised. The session continues on its own.</summary>
    internal sealed record BudgetRaised : TurnFact;

    /// <summary>The status of the session was requested.</summary>
    internal sealed record StatusRead(SessionStatus Status) : TurnFact;

    /// <summary>A timer elapsed.</summary>
    /// <param name="Key">The key of the timer.</param>
    internal sealed record TimerElapsed(string Key) : TurnFact;

    /// <summary>A part of the turn failed with an exception that the caller gets.</summary>
    internal sealed record Failed(Exception Problem) : TurnFact;

    /// <summary>The caller canceled the turn.</summary>
    internal sealed record Canceled : TurnFact;
}
