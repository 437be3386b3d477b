namespace Managed.Agents;

/// <summary>Combines two tokens: the one passed to the method that returns a sequence, and the one passed to its enumeration.</summary>
internal sealed class LinkedCancellation : IDisposable
{
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _caller;
    private readonly CancellationToken _reader;

    public LinkedCancellation(CancellationToken caller, CancellationToken reader)
    {
        _caller = caller;
        _reader = reader;
        _linked = caller.CanBeCanceled && reader.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(caller, reader) : null;
        Token = _linked?.Token ?? (reader.CanBeCanceled ? reader : caller);
    }

    public CancellationToken Token { get; }

    /// <summary>Whether a cancellation carries the linked token, which is unknown to the caller.</summary>
    public bool IsFromBoth(OperationCanceledException cancelled) => _linked is not null && cancelled.CancellationToken == Token;

    /// <summary>Returns the cancellation with the token of the caller instead of the linked token.</summary>
    public OperationCanceledException Translate(OperationCanceledException cancelled) =>
        new(cancelled.Message, cancelled, _caller.IsCancellationRequested ? _caller : _reader);

    public void Dispose() => _linked?.Dispose();
}
