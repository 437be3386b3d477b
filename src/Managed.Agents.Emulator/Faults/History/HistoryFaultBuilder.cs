namespace Managed.Agents.Emulator;

/// <summary>Defines a fault that affects a session's event lists. Each request for a page is one occasion.</summary>
public sealed class HistoryFaultBuilder : FaultBuilder<HistoryFaultBuilder>
{
    internal HistoryFaultBuilder(FaultRegistry registry, int seed)
        : base(registry, seed, "history")
    {
    }

    /// <summary>Leaves out the newest events, so that the list is behind the stream. Use <see cref="FaultBuilder{TBuilder}.Times"/> to end the delay after a number of requests.</summary>
    /// <param name="events">The number of events to leave out. Must be at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public Fault Delay(int events)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);
        return Add("delay", terms => new HistoryFault(terms) { HiddenEvents = events });
    }

    /// <summary>Leaves out events that are younger than the delay on the emulator's clock.</summary>
    /// <param name="delay">The delay. Must be greater than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is zero or negative.</exception>
    public Fault Delay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        return Add("delay", terms => new HistoryFault(terms) { Delay = delay });
    }

    /// <summary>Inserts an empty page with a <c>next_page</c> before every page.</summary>
    public Fault InsertEmptyPages() => Add("insert_empty_pages", static terms => new HistoryFault(terms) { InsertsEmptyPage = true });

    /// <summary>Shows inputs with <c>processed_at</c> null, as if they were still queued.</summary>
    public Fault LeaveUnprocessed() => Add("leave_unprocessed", static terms => new HistoryFault(terms) { ShowsUnprocessed = true });
}
