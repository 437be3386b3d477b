namespace Managed.Agents;

/// <summary>The tokens of the one who asked for a sequence and of the one who enumerates it, as one.</summary>
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

    /// <summary>Whether a cancellation names the token that stands for both, which nobody outside knows.</summary>
    public bool IsFromBoth(OperationCanceledException cancelled) => _linked is not null && cancelled.CancellationToken == Token;

    /// <summary>The cancellation as the caller knows it: by its own token, not by the one that stands for both.</summary>
    public OperationCanceledException Translate(OperationCanceledException cancelled) =>
        new(cancelled.Message, cancelled, _caller.IsCancellationRequested ? _caller : _reader);

    public void Dispose() => _linked?.Dispose();
}
