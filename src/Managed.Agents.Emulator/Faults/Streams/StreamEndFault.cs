namespace Managed.Agents.Emulator;

/// <summary>How a stream ends.</summary>
internal enum StreamEnd
{
    /// <summary>In good order.</summary>
    Close,

    /// <summary>In the middle of the response.</summary>
    Cut,

    /// <summary>With an error frame.</summary>
    Fail,

    /// <summary>Never; only nothing comes any more.</summary>
    Silence,
}

/// <summary>Ends streams too early.</summary>
internal sealed class StreamEndFault(FaultTerms terms, StreamPosition position, StreamEnd end, ApiError? error) : Fault(terms)
{
    public StreamPosition Position => position;

    public StreamEnd End => end;

    /// <summary>What the stream says last, if it says anything.</summary>
    public ApiError? Error => error;

    /// <summary>Whether it can strike in the middle of a frame.</summary>
    public bool IsExact => end is StreamEnd.Cut or StreamEnd.Silence && !position.CountsEvents;
}

/// <summary>Keeps keep-alives back.</summary>
internal sealed class KeepAliveFault(FaultTerms terms) : Fault(terms);

/// <summary>Sends streams in pieces.</summary>
internal sealed class SplitFault(FaultTerms terms, int atLeast, int atMost) : Fault(terms)
{
    public int Draw(Random dice) => (int)dice.NextInt64(atLeast, atMost + 1L);
}
