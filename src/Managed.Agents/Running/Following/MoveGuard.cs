namespace Managed.Agents;

/// <summary>Allows one move of an enumerator at a time, and its disposal at any time.</summary>
internal sealed class MoveGuard
{
    private const int Idle = 0;
    private const int Moving = 1;
    private const int Disposed = 2;

    private int _state;

    /// <summary>Begins a move.</summary>
    /// <returns>False if the enumerator was disposed.</returns>
    /// <exception cref="InvalidOperationException">Another move is pending.</exception>
    public bool TryEnter() => Interlocked.CompareExchange(ref _state, Moving, Idle) switch
    {
        Idle => true,
        Disposed => false,
        _ => throw new InvalidOperationException("The previous MoveNextAsync of the feed is still pending. Await it before you request the next event."),
    };

    /// <summary>Ends a move.</summary>
    /// <returns>False if the enumerator was disposed during the move. The move then has to release its resources.</returns>
    public bool TryLeave() => Interlocked.CompareExchange(ref _state, Idle, Moving) == Moving;

    /// <summary>Disposes the enumerator.</summary>
    /// <param name="isMoving">Whether a move is pending.</param>
    /// <returns>False if it was disposed before.</returns>
    public bool Dispose(out bool isMoving)
    {
        var before = Interlocked.Exchange(ref _state, Disposed);
        isMoving = before == Moving;
        return before != Disposed;
    }
}
