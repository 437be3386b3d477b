using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>
/// The body of an event stream. Written bytes are buffered until a flush and can be removed until then, so that a fault can end it at any byte.
/// </summary>
/// <param name="response">The response.</param>
/// <param name="mayCut">Whether a fault may end the body early.</param>
/// <param name="pieceSize">Draws the size of the next piece, for a stream that is split.</param>
internal sealed class StreamBody(HttpResponse response, bool mayCut, Func<int>? pieceSize)
{
    private readonly ArrayBufferWriter<byte> _waiting = new();

    // Kestrel would terminate its chunks correctly. A body that may be cut writes its own chunks.
    private readonly bool _ownChunks = mayCut || pieceSize is not null;
    private long _flushed;

    /// <summary>The number of bytes written, flushed or not.</summary>
    public long Length => _flushed + _waiting.WrittenCount;

    public int Waiting => _waiting.WrittenCount;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        if (_ownChunks)
        {
            response.Headers.TransferEncoding = "chunked";
            response.Headers.Connection = "close";
        }

        // The headers tell the client that the stream is open. From here on, the client receives every event.
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Write(ReadOnlySpan<byte> bytes) => _waiting.Write(bytes);

    public void Write(string text) => Encoding.UTF8.GetBytes(text, _waiting);

    /// <summary>Removes unflushed bytes after a position.</summary>
    public void Truncate(long length)
    {
        var kept = _waiting.WrittenSpan[..(int)(length - _flushed)].ToArray();
        _waiting.ResetWrittenCount();
        _waiting.Write(kept);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        // Reset first, so that a write after a cancelled flush does not send the bytes again. The memory stays valid until the next write.
        var rest = _waiting.WrittenMemory;
        _flushed = Length;
        _waiting.ResetWrittenCount();
        while (rest.Length > 0)
        {
            var piece = rest[..Math.Min(rest.Length, pieceSize?.Invoke() ?? rest.Length)];
            await SendAsync(piece, cancellationToken).ConfigureAwait(false);
            rest = rest[piece.Length..];
        }
    }

    /// <summary>Ends the body cleanly. If this method is not called, the final chunk is missing, and the client sees a lost connection.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        if (_ownChunks)
        {
            await response.BodyWriter.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        var writer = response.BodyWriter;
        if (_ownChunks)
        {
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{piece.Length:x}\r\n"), writer);
            writer.Write(piece.Span);
            writer.Write("\r\n"u8);
        }
        else
        {
            writer.Write(piece.Span);
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
