using System.Collections.Immutable;

namespace Managed.Agents;

/// <summary>The state of a turn. Immutable: <see cref="TurnRules"/> returns a new one for each fact.</summary>
internal sealed record TurnState
{
    public TurnState(TurnPlan plan)
    {
        Plan = plan;
        Calls = CallHistory.Empty(plan.SessionId);
        Input = plan.HasInput ? InputStage.Unsent : InputStage.None;
    }

    public TurnPlan Plan { get; }

    public bool IsOpened { get; init; }

    public bool IsFinished { get; init; }

    /// <summary>Whether the feed delivers events from the history, so that what they say may be outdated. Nothing is started then.</summary>
    public bool IsBehind { get; init; } = true;

    /// <summary>Whether the feed started at the current end of the history, so that nothing is replayed that was read again.</summary>
    public bool IsFromEnd { get; init; }

    /// <summary>Whether events before the feed are unknown, because the history was behind. It is read again when the feed has caught up.</summary>
    public bool IsPastIncomplete { get; init; }

    /// <summary>Whether the history was read to its end since the last replayed event.</summary>
    public bool HasReadHistory { get; init; }

    public InputStage Input { get; init; }

    /// <summary>The rejection of the input, while it is held until the session no longer waits for answers.</summary>
    public ManagedAgentsApiException? Rejection { get; init; }

    /// <summary>The value of <see cref="StatusCount"/> when the input was rejected. It is sent again only after another status.</summary>
    public int? RejectedStatus { get; init; }

    public SendOnceResult? Sent { get; init; }

    /// <summary>The ids of the own inputs that the session has not processed. Events before that belong to an earlier turn.</summary>
    public ImmutableHashSet<string> AwaitedInputs { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The ids of inputs that the session has not processed yet. A turn without own input does not end while there are any.</summary>
    public ImmutableHashSet<string> QueuedInputs { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The ids of the workflow runs that are running, although no thread may be.</summary>
    public ImmutableHashSet<string> WorkflowRuns { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The last idle event, or null while the session is running.</summary>
    public SessionStatusIdleEvent? Idle { get; init; }

    /// <summary>Whether <see cref="Idle"/> was read from the history, so that something may have happened since.</summary>
    public bool IsIdleReplayed { get; init; }

    /// <summary>The number of status events. 0 if the session has never run, as far as is known.</summary>
    public int StatusCount { get; init; }

    /// <summary>How the session ended, or null.</summary>
    public TurnEnding? End { get; init; }

    public bool WasInterrupted { get; init; }

    /// <summary>The calls in the events of the session.</summary>
    public CallHistory Calls { get; init; }

    /// <summary>The value of <see cref="Calls"/> for which the open calls were started.</summary>
    public CallHistory? StartedCalls { get; init; }

    /// <summary>What this turn did about calls, by call id.</summary>
    public ImmutableDictionary<string, CallWork> Work { get; init; } = ImmutableDictionary.Create<string, CallWork>(StringComparer.Ordinal);

    /// <summary>The operation that the turn waits for, or null.</summary>
    public TurnOperation? Operation { get; init; }

    /// <summary>The value of <see cref="StatusCount"/> for which the calls of an idle event were compared with the history.</summary>
    public int? CheckedStatus { get; init; }

    /// <summary>The value of <see cref="StatusCount"/> for which a timer was started.</summary>
    public int? TimedStatus { get; init; }

    /// <summary>The value of <see cref="StatusCount"/> whose timer elapsed.</summary>
    public int? ElapsedStatus { get; init; }

    /// <summary>Whether the open part of the session was read again because nothing was known about it.</summary>
    public bool WasReread { get; init; }

    public ImmutableList<AgentMessageEvent> Messages { get; init; } = [];

    public ImmutableList<SpanOutcomeEvaluationEndEvent> Evaluations { get; init; } = [];

    public SessionError? Error { get; init; }

    /// <summary>The usage of the session before the turn, or null if it is unknown.</summary>
    public SessionUsage? UsageBefore { get; init; }

    /// <summary>The latest usage of the session, or null if the turn reported none.</summary>
    public SessionUsage? Usage { get; init; }

    /// <summary>Whether the session processed all own inputs.</summary>
    public bool HasBegun => !Plan.StartsTurn || (Input == InputStage.Sent && AwaitedInputs.Count == 0);

    /// <summary>What an unfinished turn waits for.</summary>
    public TurnWait WaitsFor =>
        IsFinished ? TurnWait.Nothing
        : !IsOpened ? TurnWait.Opening
        : Input == InputStage.Sending ? TurnWait.Input
        : Operation is not null ? TurnWait.Operation
        : Work.Values.Any(static work => work.Stage is CallStage.Running or CallStage.Answering) ? TurnWait.Calls
        : IsBehind ? TurnWait.History
        : Idle is not null && TimedStatus == StatusCount ? TurnWait.Timer
        : TurnWait.Session;
}
