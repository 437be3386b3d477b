using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>The current stream and its pending read.</summary>
internal sealed class LiveConnection
{
    private SessionEventStream? _stream;
    private CancellationTokenSource? _stop;
    private IAsyncEnumerator<SessionEvent>? _events;
    private Task<bool>? _pendingMove;

    public SessionEvent Current => _events!.Current;

    public void Open(SessionEventStream stream, CancellationToken cancellationToken)
    {
        _stream = stream;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _events = stream.GetAsyncEnumerator(_stop.Token);
    }

    /// <summary>Returns the next event if it has arrived. Otherwise a read is pending.</summary>
    public bool TryMove([NotNullWhen(true)] out SessionEvent? received)
    {
        if (_pendingMove is null)
        {
            var moving = _events!.MoveNextAsync();
            if (!moving.IsCompletedSuccessfully)
            {
                _pendingMove = moving.AsTask();
            }
            else if (moving.Result)
            {
                received = _events.Current;
                return true;
            }
            else
            {
                _pendingMove = Task.FromResult(false);
            }
        }

        received = null;
        return false;
    }

    public async ValueTask<bool> MoveAsync()
    {
        var moving = _pendingMove ?? _events!.MoveNextAsync().AsTask();
        _pendingMove = moving;
        try
        {
            return await moving.ConfigureAwait(false);
        }
        finally
        {
            _pendingMove = null;
        }
    }

    /// <summary>Waits for the next event until a timeout. <see cref="MoveAsync"/> then returns the event.</summary>
    /// <returns>True if an event or the end of the stream is available, false after the timeout.</returns>
    public async ValueTask<bool> WaitAsync(TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        _pendingMove ??= _events!.MoveNextAsync().AsTask();
        if (_pendingMove.IsCompleted)
        {
            return true;
        }

        if (timeout <= TimeSpan.Zero)
        {
            return false;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(_pendingMove, Task.Delay(timeout, clock, stop.Token)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return first == _pendingMove;
    }

    public async ValueTask CloseAsync()
    {
        if (_stream is null)
        {
            return;
        }

        await _stream.DisposeAsync().ConfigureAwait(false);
        await _stop!.CancelAsync().ConfigureAwait(false);
        if (_pendingMove is { } moving)
        {
            // The pending read ends now. Its result is not needed.
            _pendingMove = null;
            await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _events!.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
        _stream = null;
        _events = null;
    }
}
