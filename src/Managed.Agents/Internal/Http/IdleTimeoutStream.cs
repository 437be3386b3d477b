namespace Managed.Agents;

/// <summary>A body that may be silent for a limited time only. The limit begins anew with each read.</summary>
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

    /// <summary>Whether a read ended because the limit ran out.</summary>
    public bool HasExpired => _stop.IsCancellationRequested && !CancelledBy.IsCancellationRequested && !IsDisposed;

    /// <summary>The caller's token that asked to stop; one that did not when none did.</summary>
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

    /// <summary>Adds the token of the one who reads.</summary>
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
        // What has already arrived needs no clock.
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
            // The source is cancelled, which also ends its timer, but not disposed: a token of a caller may be cancelling it right now,
            // and waiting for that here could wait for code that waits for this.
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
