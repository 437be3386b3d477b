using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Emulator;

/// <summary>Ends all streams that are open at a moment, in a way a client has to live with.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A source without a timer holds nothing, and streams of a cut still look at its token.")]
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
        Interlocked.Exchange(ref _current, new CancellationTokenSource()).Cancel();
    }
}
