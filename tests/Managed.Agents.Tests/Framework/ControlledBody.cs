using System.Net.Http.Headers;
using System.Threading.Channels;
using Shouldly;

namespace Managed.Agents.Tests.Framework;

/// <summary>A response body that a test supplies piece by piece. Each read returns at most one piece.</summary>
internal sealed class ControlledBody : Stream
{
    private readonly Channel<ReadOnlyMemory<byte>> _pieces = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
    private readonly CountedSignal _reads = new();
    private ReadOnlyMemory<byte> _rest;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Supply(ReadOnlyMemory<byte> piece) => _pieces.Writer.TryWrite(piece).ShouldBeTrue();

    public void End() => _pieces.Writer.Complete();

    /// <summary>Waits until this many reads have started.</summary>
    public Task WaitForReadsAsync(int count) => _reads.ReachedAsync(count).Guarded();

    /// <summary>Creates a handler that responds to every request with this body as an event stream.</summary>
    public TestHandler AsHandler() => new((_, _, _) =>
    {
        var response = new HttpResponseMessage { Content = new StreamContent(this) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return Task.FromResult(response);
    });

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _reads.Add();
        while (_rest.Length == 0)
        {
            if (!await _pieces.Reader.WaitToReadAsync(cancellationToken))
            {
                return 0;
            }

            _pieces.Reader.TryRead(out _rest).ShouldBeTrue();
        }

        var count = Math.Min(_rest.Length, buffer.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
