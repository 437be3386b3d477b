namespace Managed.Agents;

/// <summary>A response body with an idle timeout, which restarts with each read.</summary>
internal sealed class IdleTimeoutStream : Stream
{
    private readonly Stream _inner;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _caller;
    private readonly CancellationToken _callerToken;
    private CancellationTokenRegistration _reader;
    private CancellationToken _readerToken;
    private int _isDisposed;

    public IdleTimeoutStream(Stream inner, TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        _inner = inner;
        Limit = limit;
        _stop = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _callerToken = caller;
        _caller = Link(caller);
    }

    public TimeSpan Limit { get; }

    public bool IsDisposed => Volatile.Read(ref _isDisposed) != 0;

    /// <summary>Whether a read ended because the timeout expired.</summary>
    public bool HasExpired => _stop.IsCancellationRequested && !CancelledBy.IsCancellationRequested && !IsDisposed;

    /// <summary>The token that stopped the read, or a token that is not canceled if none did.</summary>
    public CancellationToken CancelledBy => _readerToken.IsCancellationRequested ? _readerToken : _callerToken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Adds the token of the enumeration.</summary>
    public void StopWith(CancellationToken reader)
    {
        _readerToken = reader;
        _reader = Link(reader);
        if (IsDisposed)
        {
            _reader.Unregister();
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Data that has already arrived needs no timer.
        var reading = _inner.ReadAsync(buffer, _stop.Token);
        return reading.IsCompleted ? reading : WaitAsync(reading);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            // Canceling the source stops its timer. The source is not disposed, because a token of the caller may be canceling it at this
            // moment, and waiting for that could deadlock.
            _caller.Unregister();
            _reader.Unregister();
            _stop.Cancel();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> WaitAsync(ValueTask<int> reading)
    {
        _stop.CancelAfter(Limit);
        var read = await reading.ConfigureAwait(false);
        _stop.CancelAfter(Timeout.InfiniteTimeSpan);
        return read;
    }

    private CancellationTokenRegistration Link(CancellationToken token) =>
        token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _stop);
}
