using System.Buffers;

namespace Managed.Agents;

/// <summary>Where the content of an uploaded file comes from. It is read while it is sent, and again when it is sent again.</summary>
internal abstract class UploadSource
{
    private protected const int ChunkSize = 128 * 1024;

    /// <summary>How many bytes will be written; null when that is not known before.</summary>
    public abstract long? WireLength { get; }

    /// <summary>How many bytes will be read, for the one who watches; null when that is not known before.</summary>
    public virtual long? ContentLength => WireLength;

    /// <summary>Whether the content was read, wholly or in part, and cannot be read again.</summary>
    public virtual bool IsConsumed => false;

    /// <summary>Writes the content: as many bytes as were announced, or all of them when none were.</summary>
    public abstract Task WriteToAsync(Stream destination, long? length, UploadRun run, CancellationToken cancellationToken);

    private protected static async Task CopyAsync(Stream source, long? length, Stream destination, UploadRun run, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var left = length ?? long.MaxValue;
            while (left > 0)
            {
                var read = await run.ReadAsync(source, buffer.AsMemory(0, (int)Math.Min(ChunkSize, left)), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    if (length is not null)
                    {
                        run.Fail(new IOException($"The content to upload ended {left} bytes before its length: it became shorter in the meantime."));
                    }

                    return;
                }

                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                left -= read;
                run.Add(read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>Bytes in memory.</summary>
internal sealed class BytesSource(ReadOnlyMemory<byte> bytes) : UploadSource
{
    public override long? WireLength => bytes.Length;

    public override async Task WriteToAsync(Stream destination, long? length, UploadRun run, CancellationToken cancellationToken)
    {
        for (var start = 0; start < bytes.Length; start += ChunkSize)
        {
            var chunk = bytes.Slice(start, Math.Min(ChunkSize, bytes.Length - start));
            await destination.WriteAsync(chunk, cancellationToken).ConfigureAwait(false);
            run.Add(chunk.Length);
        }
    }
}

/// <summary>A file on disk, opened anew for each attempt.</summary>
internal sealed class PathSource(string path) : UploadSource
{
    public override long? WireLength => new FileInfo(path).Length;

    public override async Task WriteToAsync(Stream destination, long? length, UploadRun run, CancellationToken cancellationToken)
    {
        // It may have grown since its length was announced.
        var file = run.Open(path);
        await using (file.ConfigureAwait(false))
        {
            await CopyAsync(file, length, destination, run, cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>A stream of the caller, who keeps it: it is neither disposed nor, when it cannot be rewound, read twice.</summary>
internal sealed class StreamSource : UploadSource
{
    private readonly Stream _stream;
    private readonly long? _start;
    private bool _hasBegun;

    public StreamSource(Stream stream)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : null;
    }

    public override long? WireLength => _start is { } start ? _stream.Length - start : null;

    public override bool IsConsumed => _start is null && _hasBegun;

    public override async Task WriteToAsync(Stream destination, long? length, UploadRun run, CancellationToken cancellationToken)
    {
        if (IsConsumed)
        {
            run.Fail(new InvalidOperationException("The stream has been read already and cannot be rewound."));
        }

        _hasBegun = true;
        if (_start is { } start)
        {
            run.Rewind(_stream, start);
        }

        await CopyAsync(_stream, length, destination, run, cancellationToken).ConfigureAwait(false);
    }
}
