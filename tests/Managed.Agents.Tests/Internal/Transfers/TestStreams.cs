namespace Managed.Agents.Tests.Internal.Transfers;

/// <summary>A read-only stream on top of a function. It cannot seek.</summary>
internal sealed class ForwardOnlyStream(Func<Memory<byte>, CancellationToken, ValueTask<int>> read) : Stream
{
    private long _read;

    public ForwardOnlyStream(byte[] content)
        : this(new MemoryStream(content).ReadAsync)
    {
    }

    /// <summary>The number of bytes that were read.</summary>
    public long BytesRead => Interlocked.Read(ref _read);

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Creates a stream of zeros.</summary>
    public static ForwardOnlyStream Zeros(long length)
    {
        var left = length;
        return new ForwardOnlyStream((buffer, _) =>
        {
            var count = (int)Math.Min(buffer.Length, left);
            left -= count;
            return ValueTask.FromResult(count);
        });
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await read(buffer, cancellationToken);
        Interlocked.Add(ref _read, count);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only asynchronous reads are supported.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}

/// <summary>A write-only stream on top of a function.</summary>
internal sealed class CallbackStream(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write) : MemoryStream
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => write(buffer, cancellationToken);
}

/// <summary>Records progress reports.</summary>
internal sealed class RecordedProgress : List<TransferProgress>, IProgress<TransferProgress>
{
    public void Report(TransferProgress value) => Add(value);
}

/// <summary>Calls an action for each progress report.</summary>
internal sealed class ProgressCallback(Action<TransferProgress> action) : IProgress<TransferProgress>
{
    public void Report(TransferProgress value) => action(value);
}
