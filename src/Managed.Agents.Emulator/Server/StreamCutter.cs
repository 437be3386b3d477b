namespace Managed.Agents.Emulator;

/// <summary>Ends all streams that are open at a moment, in a way a client has to live with.</summary>
internal sealed class StreamCutter
{
    private CancellationTokenSource _current = new();

    /// <summary>The error the streams of the last cut end with; null for a connection that just breaks.</summary>
    public ApiError? LastWords { get; private set; }

    /// <summary>Fires when the streams opened up to now are to end.</summary>
    public CancellationToken Token => Volatile.Read(ref _current).Token;

    public void Cut(ApiError? lastWords)
    {
        LastWords = lastWords;

        // Not disposed: streams of the cut still look at its token.
        Interlocked.Exchange(ref _current, new CancellationTokenSource()).Cancel();
    }
}
