using System.Runtime.ExceptionServices;

namespace Managed.Agents;

/// <content>Moves to the next event, and disposes the feed at any time.</content>
internal sealed partial class SessionEventFollower
{
    private int _releases;

    public ValueTask<bool> MoveNextAsync()
    {
        if (!_moves.TryEnter())
        {
            return new ValueTask<bool>(false);
        }

        try
        {
            Commit();

            // Fast path: an event that has already arrived on a live connection.
            if (_phase == Phase.Live && _live.TryMove(out var received) && TryDeliver(received) && _moves.TryLeave())
            {
                return new ValueTask<bool>(true);
            }
        }
        catch
        {
            _moves.TryLeave();
            throw;
        }

        return AdvanceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_moves.Dispose(out var isMoving))
        {
            // A move that is pending ends with an exception and closes the connection. It is not awaited, because it may be the caller.
            await (isMoving ? new ValueTask(_disposal.CancelAsync()) : CloseAsync()).ConfigureAwait(false);
            ReleaseTokens();
        }
    }

    private async ValueTask CloseAsync()
    {
        _phase = Phase.Ended;
        await _live.CloseAsync().ConfigureAwait(false);
        ReleaseTokens();
    }

    // Called by the disposal and by the move that closes the connection. The second one disposes, because the first may still cancel.
    private void ReleaseTokens()
    {
        if (Interlocked.Increment(ref _releases) == 2)
        {
            _tokens.Dispose();
            _disposal.Dispose();
        }
    }

    private async ValueTask<bool> AdvanceAsync()
    {
        var hasCurrent = false;
        ExceptionDispatchInfo? failure = null;
        try
        {
            hasCurrent = await AdvancePhasesAsync().ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            _phase = Phase.Ended;
            failure = ExceptionDispatchInfo.Capture(
                problem is OperationCanceledException cancelled && _tokens.Token.IsCancellationRequested ? _tokens.Translate(cancelled) : problem);
        }

        if (_moves.TryLeave())
        {
            failure?.Throw();
            return hasCurrent;
        }

        if (failure is not null)
        {
            _source.Logger.FeedDisposedWhileMoving(_delivered.SessionId, failure.SourceException.Message);
        }

        var isCancelled = _tokens.Token.IsCancellationRequested;
        await CloseAsync().ConfigureAwait(false);
        if (isCancelled)
        {
            failure?.Throw();
        }

        throw new ObjectDisposedException(
            nameof(SessionEventFeed),
            "The feed was disposed while it waited for the next event. The event was not delivered, and the Position of the feed does not include it. Await MoveNextAsync before you dispose the feed, or cancel its token.");
    }
}
