namespace Managed.Agents;

/// <summary>The events of a backward reading, divided at the boundary: the idle status that ended the turn before the wanted one.</summary>
/// <remarks>An idle status while a workflow run is running does not end a turn. Whether one is running is known from the events around the status.</remarks>
internal sealed class TurnStartScan
{
    /// <summary>The number of events before an idle status in which the start of a workflow run is looked for.</summary>
    public const int EventsBefore = 16;

    private readonly List<SessionEvent> _newestFirst = [];
    private readonly List<int> _candidates = [];
    private int _boundary = -1;
    private bool _hasWorkflowRuns;

    /// <summary>The number of events.</summary>
    public int Total => _newestFirst.Count;

    /// <summary>Whether nothing was processed after the boundary.</summary>
    public bool IsAtBoundary => HasBoundary && Count == CountBefore;

    /// <summary>The number of processed events. A position stores the keys of the latest ones, so reading can stop at its capacity.</summary>
    public int Count { get; private set; }

    /// <summary>The number of processed events from the boundary back.</summary>
    public int CountBefore { get; private set; }

    /// <summary>Whether the boundary and a usage were found. The service reports the usage directly before each idle status.</summary>
    public bool HasUsage => IsBoundaryCertain && (_newestFirst.Exists(static stored => stored is SessionUsageEvent) || IsUsageMissing);

    /// <summary>Whether a usage from before the boundary was found.</summary>
    public bool HasUsageBefore => IsBoundaryCertain && (_newestFirst.Skip(_boundary).Any(static stored => stored is SessionUsageEvent) || IsUsageMissing);

    private bool HasBoundary => _boundary >= 0;

    private bool IsBoundaryCertain => HasBoundary && _newestFirst.Count - _boundary > EventsBefore;

    // A session without usage events must not be read to its start.
    private bool IsUsageMissing => CountBefore > DeliveredEvents.Capacity;

    /// <summary>Adds the next older event.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="isBoundary">Whether it is the boundary, unless a workflow run was running there.</param>
    public void Add(SessionEvent stored, bool isBoundary)
    {
        if (isBoundary)
        {
            _candidates.Add(_newestFirst.Count);
        }

        _newestFirst.Add(stored);
        Count += stored.ProcessedAt is null ? 0 : 1;
        CountBefore += HasBoundary && stored.ProcessedAt is not null ? 1 : 0;
        _hasWorkflowRuns |= RunOf(stored) is not null;
        if (_hasWorkflowRuns || (isBoundary && !HasBoundary))
        {
            _boundary = _candidates.Append(-1).First(place => place < 0 || !IsOpenAtBoundary(place));
            CountBefore = HasBoundary ? _newestFirst.Skip(_boundary).Count(static one => one.ProcessedAt is not null) : 0;
        }
    }

    public IEnumerable<SessionEvent> OldestFirst() => Enumerable.Reverse(_newestFirst);

    /// <summary>The events from the boundary on, oldest first. All of them if there is no boundary.</summary>
    public IReadOnlyList<SessionEvent> Past() => [.. _newestFirst.Take(HasBoundary ? _boundary + 1 : _newestFirst.Count).Reverse()];

    /// <summary>The events up to the boundary, oldest first. None if there is no boundary.</summary>
    public IEnumerable<SessionEvent> Before() => HasBoundary ? _newestFirst.Skip(_boundary).Reverse() : [];

    public IReadOnlyCollection<string> Ids(bool areQueued) =>
        [.. _newestFirst.Where(stored => stored.Id.Length > 0 && stored.ProcessedAt is null == areQueued).Select(static stored => stored.Id)];

    /// <summary>The newest usage, or null if it is unknown.</summary>
    public SessionUsage? Usage() => UsageIn(_newestFirst);

    /// <summary>The usage at the boundary, or null if it is unknown.</summary>
    public SessionUsage? UsageBefore() => UsageIn(HasBoundary ? _newestFirst.Skip(_boundary) : []);

    // Without a boundary, the session was read to its start: it has not used anything before.
    private SessionUsage? UsageIn(IEnumerable<SessionEvent> newestFirst) =>
        newestFirst.OfType<SessionUsageEvent>().FirstOrDefault()?.Usage ?? (HasBoundary ? null : SessionUsage.None);

    private static (string Id, bool IsRunning)? RunOf(SessionEvent stored) => stored switch
    {
        WorkflowRunCreatedEvent run => (run.WorkflowRunId, true),
        WorkflowRunStatusRunningEvent run => (run.WorkflowRunId, true),
        WorkflowRunStatusIdleEvent run => (run.WorkflowRunId, false),
        WorkflowRunStatusEndedEvent run => (run.WorkflowRunId, false),
        _ => null,
    };

    /// <summary>Whether a workflow run was running at a place, by its last status before, or else by its first one after.</summary>
    private bool IsOpenAtBoundary(int place)
    {
        // The newest status of each run that is older than the place.
        var before = _newestFirst.Skip(place + 1).Select(RunOf).OfType<(string Id, bool IsRunning)>().DistinctBy(static run => run.Id).ToList();

        // A run that ends after the place, and does not start there, was running.
        var after = _newestFirst.Take(place).Reverse().Select(RunOf).OfType<(string Id, bool IsRunning)>().DistinctBy(static run => run.Id);
        return before.Exists(static run => run.IsRunning) || after.Any(run => !run.IsRunning && !before.Exists(known => known.Id == run.Id));
    }
}
