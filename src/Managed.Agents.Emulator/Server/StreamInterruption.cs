using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Emulator;

/// <summary>One interruption of the streams that are open when it is triggered.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A source without a timer holds no resources, and interrupted streams still read its token.")]
internal sealed class StreamInterruption
{
    private readonly CancellationTokenSource _triggered = new();

    /// <summary>The error that the streams end with; null to break their connections. Set when the interruption is triggered.</summary>
    public ApiError? FinalError { get; private set; }

    public CancellationToken Token => _triggered.Token;

    public void Trigger(ApiError? finalError)
    {
        FinalError = finalError;
        _triggered.Cancel();
    }
}
