using System.Buffers;

namespace Managed.Agents.Webhooks;

/// <summary>Reads a stream to its end, unless it is longer than allowed.</summary>
internal sealed class LimitedBody : IDisposable
{
    private const int FirstPiece = 2048;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstPiece);
    private int _length;

    private LimitedBody()
    {
    }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <returns>The bytes; null when there are more than <paramref name="limit"/>. No more than one byte above it is read.</returns>
    public static async Task<LimitedBody?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var body = new LimitedBody();
        try
        {
            while (true)
            {
                body.Grow();
                var room = (int)Math.Min((long)limit + 1 - body._length, body._buffer.Length - body._length);
                var read = await stream.ReadAsync(body._buffer.AsMemory(body._length, room), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return body;
                }

                body._length += read;
                if (body._length > limit)
                {
                    body.Dispose();
                    return null;
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void Grow()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
