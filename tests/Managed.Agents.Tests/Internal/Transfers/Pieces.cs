using System.Text;
using System.Threading.Channels;
using Managed.Agents.Tests.Framework;

namespace Managed.Agents.Tests.Internal.Transfers;

/// <summary>A stream that a test gives piece by piece, and that says when it is asked for the next one.</summary>
internal sealed class Pieces
{
    private readonly Channel<byte[]> _pieces = Channel.CreateUnbounded<byte[]>();
    private readonly CountedSignal _asked = new();

    public Pieces() => Stream = new OneWayStream(async (buffer, cancellationToken) =>
    {
        _asked.Add();
        var piece = await _pieces.Reader.ReadAsync(cancellationToken);
        piece.CopyTo(buffer);
        return piece.Length;
    });

    public OneWayStream Stream { get; }

    /// <summary>Ends when it was asked so often, which means that all before has been taken.</summary>
    public Task AskedAsync(int count) => _asked.ReachedAsync(count).Guarded();

    /// <summary>Gives a piece; an empty one is the end.</summary>
    public void Give(string piece) => _pieces.Writer.TryWrite(Encoding.UTF8.GetBytes(piece));
}
