namespace Managed.Agents;

/// <summary>The state of a turn, built from its events.</summary>
internal sealed class TurnState
{
    private readonly HashSet<string> _awaited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);
    private readonly List<AgentMessageEvent> _messages = [];
    private readonly List<SpanOutcomeEvaluationEndEvent> _evaluations = [];

    /// <summary>The idle event of the session, or null while the session is running.</summary>
    public SessionStatusIdleEvent? Idle { get; set; }

    /// <summary>How the session ended, or null.</summary>
    public TurnEnding? End { get; set; }

    public bool WasInterrupted { get; private set; }

    public SessionUsage? Usage { get; private set; }

    public SessionError? Error { get; private set; }

    public IReadOnlyList<AgentMessageEvent> Messages => _messages;

    public IReadOnlyList<SpanOutcomeEvaluationEndEvent> Evaluations => _evaluations;

    /// <summary>Whether all inputs were processed. Earlier events belong to a previous turn.</summary>
    public bool HasBegun => _awaited.Count == 0;

    /// <summary>Whether a workflow run is running, although no thread may be.</summary>
    public bool HasRunningWorkflow => _runs.Count > 0;

    /// <summary>Adds the inputs that start the turn. Interrupts and answers do not start a turn and are not always in the events.</summary>
    public void Await(IEnumerable<SessionEvent> stored)
    {
        foreach (var one in stored)
        {
            if (one is UserMessageEvent or UserDefineOutcomeEvent && one.Id.Length > 0)
            {
                _awaited.Add(one.Id);
            }
        }
    }

    public void Observe(SessionEvent received)
    {
        if (received.ProcessedAt is not null)
        {
            _awaited.Remove(received.Id);
        }

        switch (received)
        {
            case SessionStatusIdleEvent idle:
                Idle = idle;
                break;
            case SessionStatusRunningEvent or SessionStatusRescheduledEvent:
                Idle = null;
                break;
            case SessionStatusTerminatedEvent:
                End = TurnEnding.Terminated;
                break;
            case SessionDeletedEvent:
                End = TurnEnding.Deleted;
                break;
            case SessionUsageEvent usage:
                Usage = usage.Usage;
                break;
            case UserMessageEvent or UserDefineOutcomeEvent when received.ProcessedAt is not null:
                WasInterrupted = false;
                break;
            case UserInterruptEvent { ProcessedAt: not null, SessionThreadId: null }:
                WasInterrupted = true;
                break;
            case WorkflowRunCreatedEvent run:
                _runs.Add(run.WorkflowRunId);
                break;
            case WorkflowRunStatusRunningEvent run:
                _runs.Add(run.WorkflowRunId);
                break;
            case WorkflowRunStatusIdleEvent run:
                _runs.Remove(run.WorkflowRunId);
                break;
            case WorkflowRunStatusEndedEvent run:
                _runs.Remove(run.WorkflowRunId);
                break;
            case AgentMessageEvent { SessionThreadId: null } message when HasBegun:
                _messages.Add(message);
                break;
            case SpanOutcomeEvaluationEndEvent evaluation when HasBegun:
                _evaluations.Add(evaluation);
                break;
            case SessionErrorEvent { Error: var error } when HasBegun || error.RetryStatus is not RetryStatusRetrying:
                Error = error;
                break;
        }
    }
}
