namespace Managed.Agents;

/// <summary>The events of a backward reading, divided at the boundary: the idle status that ended the turn before the wanted one.</summary>
internal sealed class TurnStartScan
{
    private readonly List<SessionEvent> _newestFirst = [];
    private int _boundary = -1;

    /// <summary>The number of events.</summary>
    public int Total => _newestFirst.Count;

    /// <summary>Whether nothing was processed after the boundary.</summary>
    public bool IsAtBoundary => HasBoundary && Count == CountBefore;

    /// <summary>The number of processed events. They can be the keys of a position.</summary>
    public int Count { get; private set; }

    /// <summary>The number of processed events from the boundary back.</summary>
    public int CountBefore { get; private set; }

    /// <summary>Whether the boundary and a usage were found. The service reports the usage directly before each idle status.</summary>
    public bool HasUsage => HasBoundary && (_newestFirst.Exists(static stored => stored is SessionUsageEvent) || IsUsageMissing);

    /// <summary>Whether a usage from before the boundary was found.</summary>
    public bool HasUsageBefore => HasBoundary && (_newestFirst.Skip(_boundary).Any(static stored => stored is SessionUsageEvent) || IsUsageMissing);

    private bool HasBoundary => _boundary >= 0;

    // A session without usage events must not be read to its start.
    private bool IsUsageMissing => CountBefore > DeliveredEvents.Capacity;

    public void Add(SessionEvent stored, bool isBoundary)
    {
        if (isBoundary && !HasBoundary)
        {
            _boundary = _newestFirst.Count;
        }

        _newestFirst.Add(stored);
        Count += stored.ProcessedAt is null ? 0 : 1;
        CountBefore += HasBoundary && stored.ProcessedAt is not null ? 1 : 0;
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
}
