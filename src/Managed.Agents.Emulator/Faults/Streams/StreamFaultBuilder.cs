namespace Managed.Agents.Emulator;

/// <summary>A fault of whole event streams. Without a position it strikes as soon as a stream is open, before the first event.</summary>
public sealed class StreamFaultBuilder : FaultBuilder<StreamFaultBuilder>
{
    private StreamPosition? _position;

    internal StreamFaultBuilder(FaultBook book, int seed)
        : base(book, seed, "streams")
    {
    }

    /// <summary>Strikes after exactly so many bytes of the stream's body, in the middle of a frame or of a character if it comes to that.</summary>
    /// <param name="bytes">The number of bytes; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public StreamFaultBuilder AfterBytes(int bytes) => AfterBytes(bytes, bytes);

    /// <summary>Strikes after a number of bytes of the stream's body that is drawn anew for each stream.</summary>
    /// <param name="atLeast">The smallest number; 0 or more.</param>
    /// <param name="atMost">The biggest number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the biggest is smaller than the smallest.</exception>
    public StreamFaultBuilder AfterBytes(int atLeast, int atMost)
    {
        _position = StreamPosition.Between(countsEvents: false, atLeast, atMost);
        return this;
    }

    /// <summary>Strikes right behind so many events; previews count, keep-alives do not.</summary>
    /// <param name="events">The number of events; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public StreamFaultBuilder AfterEvents(int events) => AfterEvents(events, events);

    /// <summary>Strikes right behind a number of events that is drawn anew for each stream; previews count, keep-alives do not.</summary>
    /// <param name="atLeast">The smallest number; 0 or more.</param>
    /// <param name="atMost">The biggest number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the biggest is smaller than the smallest.</exception>
    public StreamFaultBuilder AfterEvents(int atLeast, int atMost)
    {
        _position = StreamPosition.Between(countsEvents: true, atLeast, atMost);
        return this;
    }

    /// <summary>Closes the connection in the middle of the response. The client gets every byte before the position and none behind it.</summary>
    public Fault Cut() => End("cut", StreamEnd.Cut);

    /// <summary>Ends the response in good order although the session goes on. A byte position is moved to the end of its frame.</summary>
    public Fault End() => End("end", StreamEnd.Close);

    /// <summary>Sends a frame named <c>error</c> and ends the response. A byte position is moved to the end of its frame.</summary>
    /// <param name="errorType">The error's type, such as <c>overloaded_error</c>.</param>
    public Fault Fail(string errorType = "api_error") => End("fail", StreamEnd.Fail, Error(errorType));

    /// <summary>Sends nothing more, keep-alives neither, and leaves the connection open until the client gives it up or the emulator stops.</summary>
    public Fault Silence() => End("silence", StreamEnd.Silence);

    /// <summary>Sends no keep-alives, from the beginning of the stream.</summary>
    /// <exception cref="InvalidOperationException">A position was given, which this fault has not.</exception>
    public Fault OmitKeepAlives() => SetUpWhole("omit_keep_alives", static terms => new KeepAliveFault(terms));

    /// <summary>
    /// Sends the stream in small pieces, each written, flushed and framed as an HTTP chunk of its own, so that a reader meets frames and
    /// characters in parts from the beginning of the stream.
    /// </summary>
    /// <param name="atLeast">The smallest piece in bytes; at least 1.</param>
    /// <param name="atMost">The biggest piece in bytes; the size of each is drawn.</param>
    /// <exception cref="InvalidOperationException">A position was given, which this fault has not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The smallest piece is empty, or the biggest is smaller than the smallest.</exception>
    public Fault Split(int atLeast = 1, int atMost = 16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, atLeast);
        return SetUpWhole("split", terms => new SplitFault(terms, atLeast, atMost));
    }

    internal static ApiError Error(string errorType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(errorType);
        return new ApiError(500, errorType, "The emulator was told to fail this stream.");
    }

    private Fault End(string action, StreamEnd end, ApiError? error = null)
    {
        var position = _position ?? StreamPosition.Between(countsEvents: true, 0, 0);
        return SetUp(action, terms => new StreamEndFault(terms, position, end, error));
    }

    private Fault SetUpWhole(string action, Func<FaultTerms, Fault> make) => _position is null
        ? SetUp(action, make)
        : throw new InvalidOperationException($"The fault {action} strikes a stream from its beginning; leave AfterBytes and AfterEvents out.");
}
