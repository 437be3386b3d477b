using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>
/// The body of an event stream. What is written waits for a flush, and until then can be taken back, so that a fault can end it at any byte.
/// </summary>
/// <param name="response">The answer whose body it is.</param>
/// <param name="mayCut">Whether the body may have to end before its end.</param>
/// <param name="pieceSize">Gives the size of the next piece, for a stream in pieces.</param>
internal sealed class StreamBody(HttpResponse response, bool mayCut, Func<int>? pieceSize)
{
    private readonly ArrayBufferWriter<byte> _waiting = new();

    // The server would end its own chunks in good order; a body that may break off makes them itself.
    private readonly bool _ownChunks = mayCut || pieceSize is not null;
    private long _flushed;

    /// <summary>How many bytes have been written, flushed or not.</summary>
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

        // The headers tell the client that the stream is open: from here on it misses nothing.
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Write(ReadOnlySpan<byte> bytes) => _waiting.Write(bytes);

    public void Write(string text) => Encoding.UTF8.GetBytes(text, _waiting);

    /// <summary>Takes back what was written beyond a length and not flushed.</summary>
    public void Truncate(long length)
    {
        var kept = _waiting.WrittenSpan[..(int)(length - _flushed)].ToArray();
        _waiting.ResetWrittenCount();
        _waiting.Write(kept);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        // First of all: what was sent must not be sent again by whoever writes after a cancelled flush. The memory stays until the next write.
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

    /// <summary>Ends the body as a client expects it to end. Without this, one that may break off breaks off.</summary>
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
