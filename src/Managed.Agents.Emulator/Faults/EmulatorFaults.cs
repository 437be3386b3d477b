namespace Managed.Agents.Emulator;

/// <summary>
/// What goes wrong on purpose. A sentence starts with what is struck, goes on with when, and ends with what happens, which sets the fault up:
/// <c>emulator.Faults.OnStreams().AfterBytes(200, 4_000).Seed(7).Cut()</c>.
/// </summary>
/// <remarks>A fault on streams concerns those that open afterwards. Sessions never notice: what happens is what the wire does to it.</remarks>
public sealed class EmulatorFaults
{
    private readonly FaultBook _book;
    private readonly int _seed;

    internal EmulatorFaults(FaultBook book, int seed)
    {
        _book = book;
        _seed = seed;
    }

    /// <summary>The faults that can still strike, in the order in which they were set up.</summary>
    public IReadOnlyList<Fault> Active => _book.Active;

    /// <summary>Faults of whole event streams: cut, silent, failing, in pieces.</summary>
    public StreamFaultBuilder OnStreams() => new(_book, _seed);

    /// <summary>Faults of single events on streams: twice, under another id, unknown, malformed, missing. The history is not touched.</summary>
    /// <param name="types">The types of events that are struck, such as <c>agent.message</c>; none for every one, previews left out.</param>
    public EventFaultBuilder OnEvents(params IReadOnlyCollection<string> types) => new(_book, _seed, types);

    /// <summary>Faults of the lists of events: behind the stream, with empty pages, with inputs that look unprocessed.</summary>
    public HistoryFaultBuilder OnHistory() => new(_book, _seed);

    /// <summary>Faults of sessions as they are read: a status that settles late.</summary>
    public SessionFaultBuilder OnSessions() => new(_book, _seed);

    /// <summary>Faults of requests: errors, lost and late answers.</summary>
    /// <param name="operations">
    /// The operations' names in the contract, such as <c>sessions.events.send</c>; none for all. A failure of <c>sessions.create</c> strikes the
    /// sessions of deployments too, whose runs then have the error.
    /// </param>
    /// <exception cref="ArgumentException">The API has no such operation.</exception>
    public RequestFaultBuilder OnRequests(params IReadOnlyCollection<string> operations) => new(_book, _seed, operations);

    /// <summary>Faults of the previews of messages: deltas that stop, messages that never come.</summary>
    public PreviewFaultBuilder OnPreviews() => new(_book, _seed);

    /// <summary>Breaks the connection of every event stream that is open now. Sessions go on as if nothing had happened.</summary>
    public void CutStreams() => _book.Cutter.Cut(lastWords: null);

    /// <summary>Ends every event stream that is open now with a frame named <c>error</c>.</summary>
    /// <param name="errorType">The error's type, such as <c>overloaded_error</c>.</param>
    public void FailStreams(string errorType = "api_error") => _book.Cutter.Cut(StreamFaultBuilder.Error(errorType));

    /// <summary>Removes every fault.</summary>
    public void Clear() => _book.Clear();
}
