namespace Managed.Agents;

/// <summary>A cancellation token that is canceled by the caller or by a timeout, and that records which of the two happened.</summary>
internal sealed class TimeoutSource : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _limit;

    public TimeoutSource(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        _limit = limit;
        _source = new CancellationTokenSource(limit, time);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    /// <summary>Whether a value is a valid timeout: greater than zero and less than 50 days, or infinite.</summary>
    public static bool IsLimit(TimeSpan value) =>
        value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value.TotalMilliseconds <= uint.MaxValue - 1);

    public CancellationToken Token => _source.Token;

    public bool HasExpired => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Restarts the timeout after progress.</summary>
    public void Restart() => _source.CancelAfter(_limit);

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
