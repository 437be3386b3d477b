using System.Buffers;

namespace Managed.Agents;

/// <summary>The source of the content of an uploaded file. It is read while it is sent, once for each attempt.</summary>
internal abstract class UploadSource
{
    private protected const int ChunkSize = 128 * 1024;

    /// <summary>The number of bytes that are written, or null if it is not known in advance.</summary>
    public abstract long? WireLength { get; }

    /// <summary>The number of bytes that are read, for progress reports, or null if it is not known in advance.</summary>
    public virtual long? ContentLength => WireLength;

    /// <summary>Whether the content was read, completely or in part, and cannot be read again.</summary>
    public virtual bool IsConsumed => false;

    /// <summary>Writes the content: exactly <paramref name="length"/> bytes, or all bytes if it is null.</summary>
    public abstract Task WriteToAsync(Stream destination, long? length, UploadAttempt attempt, CancellationToken cancellationToken);

    private protected static async Task CopyAsync(Stream source, long? length, Stream destination, UploadAttempt attempt, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var left = length ?? long.MaxValue;
            while (left > 0)
            {
                var read = await attempt.ReadAsync(source, buffer.AsMemory(0, (int)Math.Min(ChunkSize, left)), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    if (length is not null)
                    {
                        attempt.Fail(new IOException($"The content to upload is {left} bytes shorter than at the start of the upload. Do not change it while it is uploaded."));
                    }

                    return;
                }

                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                left -= read;
                attempt.Add(read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>Content in memory.</summary>
internal sealed class BytesSource(ReadOnlyMemory<byte> bytes) : UploadSource
{
    public override long? WireLength => bytes.Length;

    public override async Task WriteToAsync(Stream destination, long? length, UploadAttempt attempt, CancellationToken cancellationToken)
    {
        for (var start = 0; start < bytes.Length; start += ChunkSize)
        {
            var chunk = bytes.Slice(start, Math.Min(ChunkSize, bytes.Length - start));
            await destination.WriteAsync(chunk, cancellationToken).ConfigureAwait(false);
            attempt.Add(chunk.Length);
        }
    }
}

/// <summary>A file on disk, opened for each attempt.</summary>
internal sealed class PathSource(string path) : UploadSource
{
    public override long? WireLength => new FileInfo(path).Length;

    public override async Task WriteToAsync(Stream destination, long? length, UploadAttempt attempt, CancellationToken cancellationToken)
    {
        // The file may have grown since its length was sent.
        var file = attempt.Open(path);
        await using (file.ConfigureAwait(false))
        {
            await CopyAsync(file, length, destination, attempt, cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>A stream of the caller. It is not disposed, and not read twice if it cannot be rewound.</summary>
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

    public override async Task WriteToAsync(Stream destination, long? length, UploadAttempt attempt, CancellationToken cancellationToken)
    {
        if (IsConsumed)
        {
            attempt.Fail(new InvalidOperationException("The stream was already read and cannot be rewound. Pass a seekable stream or a new stream."));
        }

        _hasBegun = true;
        if (_start is { } start)
        {
            attempt.Rewind(_stream, start);
        }

        await CopyAsync(_stream, length, destination, attempt, cancellationToken).ConfigureAwait(false);
    }
}
