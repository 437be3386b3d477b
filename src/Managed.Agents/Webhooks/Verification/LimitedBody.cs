using System.Buffers;
using System.Text;

namespace Managed.Agents.Webhooks;

/// <summary>A body in a rented buffer, up to a maximum length.</summary>
internal sealed class LimitedBody : IDisposable
{
    private const int InitialBytes = 2048;
    private byte[] _buffer;
    private int _length;

    private LimitedBody(int minimumBytes) => _buffer = ArrayPool<byte>.Shared.Rent(minimumBytes);

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads a stream to its end, but no more than one byte beyond the limit.</summary>
    /// <returns>The bytes; <see langword="null"/> when there are more than <paramref name="limit"/>.</returns>
    public static async Task<LimitedBody?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var body = new LimitedBody(InitialBytes);
        try
        {
            while (true)
            {
                body.EnsureRoom();
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

    /// <summary>Encodes a text in UTF-8.</summary>
    /// <returns>The bytes; <see langword="null"/> when there are more than <paramref name="limit"/>.</returns>
    public static LimitedBody? Encode(string text, int limit)
    {
        // Each character takes at least one byte, so a text that is far too long is not measured.
        if (text.Length > limit)
        {
            return null;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        if (length > limit)
        {
            return null;
        }

        var body = new LimitedBody(length);
        body._length = Encoding.UTF8.GetBytes(text, body._buffer);
        return body;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void EnsureRoom()
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
