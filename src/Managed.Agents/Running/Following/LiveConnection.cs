using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>The stream of the moment, and the one move on it that may be under way.</summary>
internal sealed class LiveConnection
{
    private SessionEventStream? _stream;
    private CancellationTokenSource? _stop;
    private IAsyncEnumerator<SessionEvent>? _events;
    private Task<bool>? _moving;

    public SessionEvent Current => _events!.Current;

    public void Open(SessionEventStream stream, CancellationToken cancellationToken)
    {
        _stream = stream;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _events = stream.GetAsyncEnumerator(_stop.Token);
    }

    /// <summary>Takes the next event if it has arrived. If not, a move is under way.</summary>
    public bool TryMove([NotNullWhen(true)] out SessionEvent? received)
    {
        if (_moving is null)
        {
            var moving = _events!.MoveNextAsync();
            if (!moving.IsCompletedSuccessfully)
            {
                _moving = moving.AsTask();
            }
            else if (moving.Result)
            {
                received = _events.Current;
                return true;
            }
            else
            {
                _moving = Task.FromResult(false);
            }
        }

        received = null;
        return false;
    }

    public async ValueTask<bool> MoveAsync()
    {
        var moving = _moving ?? _events!.MoveNextAsync().AsTask();
        _moving = moving;
        try
        {
            return await moving.ConfigureAwait(false);
        }
        finally
        {
            _moving = null;
        }
    }

    /// <summary>Waits for the next event, for a time. The event is taken by <see cref="MoveAsync"/>.</summary>
    /// <returns>Whether there is one, or an end; false when the time has passed.</returns>
    public async ValueTask<bool> WaitAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        _moving ??= _events!.MoveNextAsync().AsTask();
        if (_moving.IsCompleted)
        {
            return true;
        }

        if (time <= TimeSpan.Zero)
        {
            return false;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(_moving, Task.Delay(time, clock, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return first == _moving;
    }

    public async ValueTask CloseAsync()
    {
        if (_stream is null)
        {
            return;
        }

        await _stream.DisposeAsync().ConfigureAwait(false);
        await _stop!.CancelAsync().ConfigureAwait(false);
        if (_moving is { } moving)
        {
            // It ends now, and how is of no interest any more.
            _moving = null;
            await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _events!.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
        _stream = null;
        _events = null;
    }
}
