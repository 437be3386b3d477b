namespace Managed.Agents;

/// <summary>
/// Finds the events that were stored after a send started. It remembers the newest ids before the send, and reads back to them afterwards.
/// Neither reads the whole history.
/// </summary>
/// <remarks>
/// An event is newer than the send if a remembered event follows it in the descending history. Answers need no memory: an answer names its
/// call, and it is newer than the call. It is not documented whether queued events come first or last in the descending history, so both
/// ends are read.
/// </remarks>
internal sealed class InputHistory
{
    public const int PageSize = 50;

    /// <summary>The maximum number of events that are read back.</summary>
    private const int MaxEvents = 2_000;

    /// <summary>How many remembered events are read again, so that events that changed places are not missed.</summary>
    private const int Overlap = 16;

    private readonly SessionEventsClient _events;
    private readonly string _sessionId;
    private readonly SessionEventType[] _types;
    private readonly SessionEventType[] _callTypes;
    private readonly HashSet<string> _calls;
    private readonly bool _hasOnlyAnswers;
    private readonly bool _isKnownByCaller;

    /// <summary>The ids of the events that existed before the send. Those in <see cref="_processed"/> were not queued.</summary>
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _processed = new(StringComparer.Ordinal);

    /// <summary>Whether the known events are all events of these types.</summary>
    private bool _knowsAll;
    private bool _queuedAreFirst;

    public InputHistory(
        SessionEventsClient events, string sessionId, IReadOnlyList<SessionInput> inputs, IReadOnlyCollection<string>? knownIds, IReadOnlyCollection<string>? queuedIds)
    {
        _events = events;
        _sessionId = sessionId;
        _types = [.. inputs.Select(static input => new SessionEventType(input.Type)).Distinct()];
        _callTypes = [.. inputs.SelectMany(CallTypes).Distinct()];
        _calls = [.. inputs.Select(InputMatch.AnsweredCall).OfType<string>()];
        _hasOnlyAnswers = inputs.All(InputMatch.IsAnswer);
        _isKnownByCaller = !_hasOnlyAnswers && knownIds is not null;
        if (_isKnownByCaller)
        {
            _processed.UnionWith(knownIds!);
            _known.UnionWith(knownIds!);
            _known.UnionWith(queuedIds ?? []);
            _knowsAll = _known.Count == 0;
        }
    }

    /// <summary>Remembers the newest events of the types of the inputs: one page, unless all events on it are queued.</summary>
    public async Task RememberAsync(CancellationToken cancellationToken)
    {
        if (_hasOnlyAnswers || _isKnownByCaller)
        {
            return;
        }

        await foreach (var page in Pages(SortOrder.Descending, _types, cancellationToken).ConfigureAwait(false))
        {
            foreach (var stored in page.Items.Where(static stored => stored.Id.Length > 0))
            {
                _known.Add(stored.Id);
                if (stored.ProcessedAt is not null)
                {
                    _processed.Add(stored.Id);
                }
            }

            _knowsAll = IsLast(page);
            if (_processed.Count > 0)
            {
                break;
            }
        }
    }

    /// <summary>Reads the events that are newer than the send, and those for which this is uncertain.</summary>
    public async Task<NewEvents> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<SessionEvent>();
        var newer = 0;
        var passed = 0;
        var left = MaxEvents;
        var isEnd = false;
        var hasReachedKnown = false;
        var calls = new HashSet<string>(_calls, StringComparer.Ordinal);

        // The ids of the caller are of all types. The own ids are of the types of the inputs.
        SessionEventType[] types = _isKnownByCaller ? [] : [.. _types, .. _callTypes];
        await foreach (var page in Pages(SortOrder.Descending, types, cancellationToken).ConfigureAwait(false))
        {
            var hadPassed = passed > 0;
            foreach (var stored in page.Items)
            {
                _queuedAreFirst |= stored.ProcessedAt is null;
                calls.Remove(stored.Id);
                if (_processed.Contains(stored.Id))
                {
                    passed++;
                    newer = found.Count;
                }

                if (!_known.Contains(stored.Id) || InputMatch.IsAnswer(stored))
                {
                    found.Add(stored);
                }
            }

            isEnd = IsLast(page);
            hasReachedKnown = _hasOnlyAnswers || hadPassed || (passed > 0 && passed >= Math.Min(_processed.Count, Overlap));
            left -= Math.Max(page.Items.Count, 1);
            if ((hasReachedKnown && calls.Count == 0) || left <= 0)
            {
                break;
            }
        }

        hasReachedKnown |= isEnd && (_knowsAll || passed > 0);
        Func<SessionEvent, int, bool> isNewer = (one, index) => index < newer || (isEnd && _knowsAll) || InputMatch.IsAnswer(one);
        var certain = found.Where(isNewer).Reverse().ToList();
        var uncertain = found.Where((one, index) => !isNewer(one, index) && (!hasReachedKnown || one.ProcessedAt is null)).Reverse().ToList();
        if (!isEnd && !_queuedAreFirst)
        {
            var queued = await QueuedAsync(cancellationToken).ConfigureAwait(false);
            certain.AddRange(queued.Where(one => _knowsAll || InputMatch.IsAnswer(one)));
            uncertain.AddRange(queued.Where(one => !_knowsAll && !InputMatch.IsAnswer(one)));
        }

        return new NewEvents([.. certain.OrderBy(static one => one.ProcessedAt is null)], uncertain, hasReachedKnown);
    }

    private static bool IsLast(Page<SessionEvent> page) => string.IsNullOrEmpty(page.NextCursor);

    private static IEnumerable<SessionEventType> CallTypes(SessionInput input) => input switch
    {
        UserCustomToolResult => [SessionEventType.AgentCustomToolUse],
        UserToolResult => [SessionEventType.AgentToolUse],
        UserToolConfirmation => [SessionEventType.AgentToolUse, SessionEventType.AgentMcpToolUse],
        _ => [],
    };

    /// <summary>Reads the queued events at the other end of the history. There are none if queued events come first in descending order.</summary>
    private async Task<List<SessionEvent>> QueuedAsync(CancellationToken cancellationToken)
    {
        var queued = new List<SessionEvent>();
        await foreach (var page in Pages(SortOrder.Ascending, _types, cancellationToken).ConfigureAwait(false))
        {
            queued.AddRange(page.Items.TakeWhile(static stored => stored.ProcessedAt is null));
            if (page.Items.Any(static stored => stored.ProcessedAt is not null))
            {
                break;
            }
        }

        return [.. queued.Where(stored => !_known.Contains(stored.Id))];
    }

    private IAsyncEnumerable<Page<SessionEvent>> Pages(SortOrder order, IReadOnlyList<SessionEventType> types, CancellationToken cancellationToken) => HistoryPages.ReadPagesAsync(
        _events.ListAsync(_sessionId, new SessionEventListOptions { Order = order, Types = types }, cancellationToken),
        new HistoryPageSize(PageSize),
        _events.Time,
        _events.Logger,
        cancellationToken);
}
