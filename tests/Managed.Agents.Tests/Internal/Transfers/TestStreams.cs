namespace Managed.Agents.Tests.Internal.Transfers;

/// <summary>A stream to read from, made of a function. It cannot be rewound.</summary>
internal sealed class OneWayStream(Func<Memory<byte>, CancellationToken, ValueTask<int>> read) : Stream
{
    private long _read;

    public OneWayStream(byte[] content)
        : this(new MemoryStream(content).ReadAsync)
    {
    }

    /// <summary>How many bytes were taken from it.</summary>
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

    /// <summary>So many zeros.</summary>
    public static OneWayStream Zeros(long length)
    {
        var left = length;
        return new OneWayStream((buffer, _) =>
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

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is to be read asynchronously.");

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

/// <summary>A stream to write to, made of a function.</summary>
internal sealed class SinkStream(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write) : MemoryStream
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => write(buffer, cancellationToken);
}

/// <summary>Keeps what was reported, as it comes.</summary>
internal sealed class Reports : List<TransferProgress>, IProgress<TransferProgress>
{
    public void Report(TransferProgress value) => Add(value);
}

/// <summary>Does something with each report.</summary>
internal sealed class OnReport(Action<TransferProgress> action) : IProgress<TransferProgress>
{
    public void Report(TransferProgress value) => action(value);
}
