namespace Managed.Agents.Emulator;

/// <summary>How a stream ends.</summary>
internal enum StreamEnd
{
    /// <summary>The response ends cleanly.</summary>
    Close,

    /// <summary>The connection ends in the middle of the response.</summary>
    Cut,

    /// <summary>The response ends with an error frame.</summary>
    Fail,

    /// <summary>The connection stays open and nothing more is sent.</summary>
    Stall,
}

/// <summary>Ends streams early.</summary>
internal sealed class StreamEndFault(FaultTerms terms, StreamPosition position, StreamEnd end, ApiError? error) : Fault(terms)
{
    public StreamPosition Position => position;

    public StreamEnd End => end;

    /// <summary>The error of the last frame, if there is one.</summary>
    public ApiError? Error => error;

    /// <summary>Whether the stream can end in the middle of a frame.</summary>
    public bool IsExact => end is StreamEnd.Cut or StreamEnd.Stall && !position.CountsEvents;
}

/// <summary>Omits keep-alives.</summary>
internal sealed class KeepAliveFault(FaultTerms terms) : Fault(terms);

/// <summary>Sends streams in small pieces.</summary>
internal sealed class SplitFault(FaultTerms terms, int atLeast, int atMost) : Fault(terms)
{
    public int Draw(Random random) => (int)random.NextInt64(atLeast, atMost + 1L);
}
