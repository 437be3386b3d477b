namespace Managed.Agents.Emulator;

/// <summary>A fault of the lists of a session's events. Each request for a page is one strike.</summary>
public sealed class HistoryFaultBuilder : FaultBuilder<HistoryFaultBuilder>
{
    internal HistoryFaultBuilder(FaultBook book, int seed)
        : base(book, seed, "history")
    {
    }

    /// <summary>Leaves the newest events out, so that the list is behind the stream. With <see cref="FaultBuilder{TBuilder}.Times"/> it catches up after so many requests.</summary>
    /// <param name="events">How many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is smaller than 1.</exception>
    public Fault Lag(int events)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);
        return SetUp("lag", terms => new HistoryFault(terms) { HiddenEvents = events });
    }

    /// <summary>Leaves out what is younger than a time on the emulator's clock, so that the list is behind the stream by it.</summary>
    /// <param name="time">The time; above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
    public Fault Lag(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        return SetUp("lag", terms => new HistoryFault(terms) { HiddenTime = time });
    }

    /// <summary>Answers with an empty page that has a <c>next_page</c>; the request for that one is answered as if nothing had been in between.</summary>
    public Fault InsertEmptyPages() => SetUp("insert_empty_pages", static terms => new HistoryFault(terms) { InsertsEmptyPage = true });

    /// <summary>Shows inputs with <c>processed_at</c> null, as if they were still queued.</summary>
    public Fault LeaveUnprocessed() => SetUp("leave_unprocessed", static terms => new HistoryFault(terms) { LeavesUnprocessed = true });
}
