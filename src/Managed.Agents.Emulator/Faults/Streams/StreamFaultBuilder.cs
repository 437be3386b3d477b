namespace Managed.Agents.Emulator;

/// <summary>
/// Defines a fault that affects whole event streams. Without a position, it takes effect when the stream opens, before the first event.
/// </summary>
public sealed class StreamFaultBuilder : FaultBuilder<StreamFaultBuilder>
{
    private StreamPosition? _position;

    internal StreamFaultBuilder(FaultRegistry registry, int seed)
        : base(registry, seed, "streams")
    {
    }

    /// <summary>Applies after exactly this number of bytes of the stream's body, even in the middle of a frame or a character.</summary>
    /// <param name="bytes">The number of bytes. Must not be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public StreamFaultBuilder AfterBytes(int bytes) => AfterBytes(bytes, bytes);

    /// <summary>Applies after a random number of bytes of the stream's body. The number is chosen separately for each stream.</summary>
    /// <param name="atLeast">The minimum. Must not be negative.</param>
    /// <param name="atMost">The maximum.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the maximum is less than the minimum.</exception>
    public StreamFaultBuilder AfterBytes(int atLeast, int atMost)
    {
        _position = StreamPosition.Between(countsEvents: false, atLeast, atMost);
        return this;
    }

    /// <summary>Applies after this number of events. Previews count, keep-alives do not.</summary>
    /// <param name="events">The number of events. Must not be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public StreamFaultBuilder AfterEvents(int events) => AfterEvents(events, events);

    /// <summary>Applies after a random number of events. The number is chosen separately for each stream. Previews count, keep-alives do not.</summary>
    /// <param name="atLeast">The minimum. Must not be negative.</param>
    /// <param name="atMost">The maximum.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the maximum is less than the minimum.</exception>
    public StreamFaultBuilder AfterEvents(int atLeast, int atMost)
    {
        _position = StreamPosition.Between(countsEvents: true, atLeast, atMost);
        return this;
    }

    /// <summary>Closes the connection in the middle of the response. The client receives every byte before the position and none after it.</summary>
    public Fault Cut() => End("cut", StreamEnd.Cut);

    /// <summary>Ends the response cleanly while the session continues. A byte position is moved to the end of its frame.</summary>
    public Fault End() => End("end", StreamEnd.Close);

    /// <summary>Sends a frame named <c>error</c> and ends the response. A byte position is moved to the end of its frame.</summary>
    /// <param name="errorType">The type of the error, such as <c>overloaded_error</c>.</param>
    public Fault Fail(string errorType = "api_error") => End("fail", StreamEnd.Fail, Error(errorType));

    /// <summary>Sends nothing more, not even keep-alives, and leaves the connection open until the client disconnects or the emulator stops.</summary>
    public Fault Stall() => End("stall", StreamEnd.Stall);

    /// <summary>Sends no keep-alives from the beginning of the stream.</summary>
    /// <exception cref="InvalidOperationException">A position was set, which this fault does not support.</exception>
    public Fault OmitKeepAlives() => AddToWholeStream("omit_keep_alives", static terms => new KeepAliveFault(terms));

    /// <summary>
    /// Sends the stream in small pieces from its beginning. Each piece is a separate HTTP chunk, so that a reader receives partial frames and
    /// characters.
    /// </summary>
    /// <param name="atLeast">The minimum size of a piece in bytes. Must be at least 1.</param>
    /// <param name="atMost">The maximum size of a piece in bytes. The size of each piece is drawn.</param>
    /// <exception cref="InvalidOperationException">A position was set, which this fault does not support.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is less than 1, or the maximum is less than the minimum.</exception>
    public Fault Split(int atLeast = 1, int atMost = 16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, atLeast);
        return AddToWholeStream("split", terms => new SplitFault(terms, atLeast, atMost));
    }

    internal static ApiError Error(string errorType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(errorType);
        return new ApiError(500, errorType, "A fault injected into the emulator failed this stream.");
    }

    private Fault End(string action, StreamEnd end, ApiError? error = null)
    {
        var position = _position ?? StreamPosition.Between(countsEvents: true, 0, 0);
        return Add(action, terms => new StreamEndFault(terms, position, end, error));
    }

    private Fault AddToWholeStream(string action, Func<FaultTerms, Fault> create) => _position is null
        ? Add(action, create)
        : throw new InvalidOperationException($"The fault {action} applies from the beginning of a stream. Remove AfterBytes and AfterEvents.");
}
