namespace Managed.Agents.Emulator;

/// <summary>
/// Injects faults. Choose the target, then the conditions, then the effect. The call that chooses the effect adds the fault:
/// <c>emulator.Faults.OnStreams().AfterBytes(200, 4_000).Seed(7).Cut()</c>.
/// </summary>
/// <remarks>A stream fault applies to streams that open after it was added. Faults change what goes over the wire, never the session, except <see cref="PreviewFaultBuilder.Abandon"/>.</remarks>
public sealed class EmulatorFaults
{
    private readonly FaultRegistry _registry;
    private readonly int _seed;

    internal EmulatorFaults(FaultRegistry registry, int seed)
    {
        _registry = registry;
        _seed = seed;
    }

    /// <summary>The faults that can still take effect, in the order in which they were added.</summary>
    public IReadOnlyList<Fault> Active => _registry.Active;

    /// <summary>
    /// Begins the definition of a fault that affects whole event streams: they are cut, ended, failed, stalled, or split into small
    /// pieces.
    /// </summary>
    public StreamFaultBuilder OnStreams() => new(_registry, _seed);

    /// <summary>
    /// Begins the definition of a fault that affects single events on streams: they are duplicated, unknown, malformed or dropped. The
    /// history stays unchanged.
    /// </summary>
    /// <param name="types">The types of the events, such as <c>agent.message</c>. None: all events, but no previews.</param>
    /// <exception cref="ArgumentException">A type is empty.</exception>
    public EventFaultBuilder OnEvents(params string[] types) => new(_registry, _seed, types);

    /// <summary>
    /// Begins the definition of a fault that affects event lists: they lag behind the stream, have empty pages, or show inputs as
    /// unprocessed.
    /// </summary>
    public HistoryFaultBuilder OnHistory() => new(_registry, _seed);

    /// <summary>Begins the definition of a fault that affects how sessions are read: their status is delayed.</summary>
    public SessionFaultBuilder OnSessions() => new(_registry, _seed);

    /// <summary>
    /// Begins the definition of a fault that affects requests: an error response, or a response that is dropped, truncated or delayed.
    /// </summary>
    /// <param name="operations">
    /// The names of the operations in the contract, such as <c>sessions.events.send</c>. None: all operations. A failure of
    /// <c>sessions.create</c> also applies when a deployment starts a session. The deployment run then contains the error.
    /// </param>
    /// <exception cref="ArgumentException">The API has no such operation.</exception>
    public RequestFaultBuilder OnRequests(params string[] operations) => new(_registry, _seed, operations);

    /// <summary>Begins the definition of a fault that affects message previews: their deltas stop, or their message is never sent.</summary>
    public PreviewFaultBuilder OnPreviews() => new(_registry, _seed);

    /// <summary>Breaks the connection of every open event stream. Sessions continue unaffected.</summary>
    public void CutStreams() => _registry.OpenStreams.Interrupt(finalError: null);

    /// <summary>Ends every open event stream with a frame named <c>error</c>.</summary>
    /// <param name="errorType">The type of the error, such as <c>overloaded_error</c>.</param>
    public void FailStreams(string errorType = "api_error") => _registry.OpenStreams.Interrupt(StreamFaultBuilder.Error(errorType));

    /// <summary>Removes all faults.</summary>
    public void Clear() => _registry.Clear();
}
