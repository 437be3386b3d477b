using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Emulator;

/// <summary>One cut through the streams that are open when it falls.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A source without a timer holds nothing, and streams of a cut still look at its token.")]
internal sealed class StreamCut
{
    private readonly CancellationTokenSource _fallen = new();

    /// <summary>The error the streams end with; null for a connection that just breaks. Known once the cut has fallen.</summary>
    public ApiError? LastWords { get; private set; }

    public CancellationToken Token => _fallen.Token;

    public void Fall(ApiError? lastWords)
    {
        LastWords = lastWords;
        _fallen.Cancel();
    }
}
