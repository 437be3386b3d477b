using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>The base of the enumerators of feeds: one move at a time, and a disposal at any time.</summary>
internal abstract class FeedEnumerator : IAsyncEnumerator<SessionEvent>
{
    private readonly string _id;
    private readonly ILogger _logger;
    private readonly LinkedCancellation _tokens;
    private readonly CancellationTokenSource _disposal;
    private readonly MoveGuard _moves = new();
    private int _releases;
    private bool _hasEnded;

    protected FeedEnumerator(string id, ILogger logger, CancellationToken caller, CancellationToken reader)
    {
        _id = id;
        _logger = logger;
        _tokens = new LinkedCancellation(caller, reader);
        _disposal = CancellationTokenSource.CreateLinkedTokenSource(_tokens.Token);
        Token = _disposal.Token;
    }

    public SessionEvent Current { get; protected set; } = null!;

    /// <summary>The token that is canceled by the caller, by the reader and by the disposal.</summary>
    protected CancellationToken Token { get; }

    public ValueTask<bool> MoveNextAsync()
    {
        if (!_moves.TryEnter())
        {
            return new ValueTask<bool>(false);
        }

        try
        {
            if (!_hasEnded && TryMove() && _moves.TryLeave())
            {
                return new ValueTask<bool>(true);
            }
        }
        catch
        {
            _hasEnded = true;
            _moves.TryLeave();
            throw;
        }

        return MoveSlowlyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_moves.Dispose(out var isMoving))
        {
            // A pending move ends with an exception and closes the connection. It is not awaited, because it may be the caller.
            await (isMoving ? _disposal.CancelAsync() : CloseOnceAsync()).ConfigureAwait(false);
            ReleaseTokens();
        }
    }

    /// <summary>Records that the current event was handled, and moves to an event that has already arrived.</summary>
    protected abstract bool TryMove();

    /// <summary>Moves to the next event.</summary>
    protected abstract ValueTask<bool> MoveAsync();

    /// <summary>Releases the connections.</summary>
    protected abstract ValueTask CloseAsync();

    private async ValueTask<bool> MoveSlowlyAsync()
    {
        var hasCurrent = false;
        ExceptionDispatchInfo? failure = null;
        try
        {
            hasCurrent = !_hasEnded && await MoveAsync().ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            failure = ExceptionDispatchInfo.Capture(
                problem is OperationCanceledException cancelled && _tokens.Token.IsCancellationRequested ? _tokens.Translate(cancelled) : problem);
        }

        _hasEnded |= !hasCurrent;
        if (_moves.TryLeave())
        {
            failure?.Throw();
            return hasCurrent;
        }

        if (failure is not null)
        {
            _logger.FeedDisposedWhileMoving(_id, failure.SourceException.Message);
        }

        var isCancelled = _tokens.Token.IsCancellationRequested;
        await CloseOnceAsync().ConfigureAwait(false);
        if (isCancelled)
        {
            failure?.Throw();
        }

        throw new ObjectDisposedException(
            nameof(SessionEventFeed),
            "The feed was disposed while it waited for the next event. The event was not delivered, and the Position of the feed does not include it. Await MoveNextAsync before you dispose the feed, or cancel its token.");
    }

    private async Task CloseOnceAsync()
    {
        _hasEnded = true;
        await CloseAsync().ConfigureAwait(false);
        ReleaseTokens();
    }

    // Called by the disposal and by the move that closes the connections. The second one disposes, because the first may still cancel.
    private void ReleaseTokens()
    {
        if (Interlocked.Increment(ref _releases) == 2)
        {
            _tokens.Dispose();
            _disposal.Dispose();
        }
    }
}
