using System.Text;
using System.Threading.Channels;
using Managed.Agents.Tests.Framework;

namespace Managed.Agents.Tests.Internal.Transfers;

/// <summary>A stream that a test supplies piece by piece.</summary>
internal sealed class ControlledSource
{
    private readonly Channel<byte[]> _pieces = Channel.CreateUnbounded<byte[]>();
    private readonly CountedSignal _reads = new();

    public ControlledSource() => Stream = new ForwardOnlyStream(async (buffer, cancellationToken) =>
    {
        _reads.Add();
        var piece = await _pieces.Reader.ReadAsync(cancellationToken);
        piece.CopyTo(buffer);
        return piece.Length;
    });

    public ForwardOnlyStream Stream { get; }

    /// <summary>Waits until this many reads have started. All earlier pieces are consumed then.</summary>
    public Task WaitForReadsAsync(int count) => _reads.ReachedAsync(count).Guarded();

    /// <summary>Supplies a piece. An empty piece ends the stream.</summary>
    public void Supply(string piece) => _pieces.Writer.TryWrite(Encoding.UTF8.GetBytes(piece));
}
