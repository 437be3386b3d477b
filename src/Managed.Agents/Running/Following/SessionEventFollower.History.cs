using System.Runtime.ExceptionServices;

namespace Managed.Agents;

/// <content>Reads the history after a connection was opened, until it contains everything that the connection delivered.</content>
internal sealed partial class SessionEventFollower
{
    private async ValueTask<bool> ReadHistoryAsync()
    {
        try
        {
            while (await _history!.MoveNextAsync().ConfigureAwait(false))
            {
                // Checked for known events too: the consumer may have stopped after the final event and before the end of the feed.
                _hasEnded |= IsEnd(_history.Current);
                _settling?.Observe(_history.Current);
                if (_history.IsNew)
                {
                    Deliver(_history.Current, _history.Key);
                    return true;
                }
            }
        }
        catch (ManagedAgentsException failure)
        {
            await HandleHistoryFailureAsync(failure).ConfigureAwait(false);
            return false;
        }

        _history = null;
        return await AfterHistoryAsync().ConfigureAwait(false);
    }

    private async ValueTask HandleHistoryFailureAsync(ManagedAgentsException failure)
    {
        if (_history!.IsContinued && ConnectionFailures.MayHaveEnded(failure))
        {
            // The cursor of an interrupted reading is not valid anymore.
            _source.Logger.HistoryNotContinued(_delivered.SessionId, failure.Message);
            _history = null;
            BeginHistory();
            return;
        }

        if (_history.Interrupt())
        {
            _reconnection.Advanced();
        }

        // The next connection continues reading at the page that failed. A stream that was rejected is then tried again too.
        var cause = ConnectionFailures.IsTransient(failure) ? failure : _openFailure ?? failure;
        _openFailure = null;
        await HandleDisconnectAsync(cause).ConfigureAwait(false);
    }

    private async ValueTask<bool> AfterHistoryAsync()
    {
        if (_hasEnded)
        {
            _phase = Phase.Ended;
            await _live.CloseAsync().ConfigureAwait(false);
            return false;
        }

        if (_openFailure is not null)
        {
            ExceptionDispatchInfo.Throw(_openFailure);
        }

        Notify(new SessionFollowHistoryRead());
        if (_settling!.Held is not { } held)
        {
            _phase = _settling.IsComplete ? CompleteCatchUp() : Phase.Settling;
            return false;
        }

        var isNew = !_settling.IsFound && _delivered.IsNewOnStream(EventIdentity.KeyOf(held), held.ProcessedAt);
        if (isNew)
        {
            if (!_settling.IsTimedOut)
            {
                await Task.Delay(_settling.NextWait(), _source.Time, Token).ConfigureAwait(false);
                BeginHistory();
                return false;
            }

            Notify(new SessionFollowHistoryDelayed(held.Id));
        }

        _phase = CompleteCatchUp();
        return isNew && DeliverHeld(held);
    }

    /// <summary>Waits for the first new event of the connection, or until the history is due to be read again.</summary>
    private async ValueTask<bool> SettleAsync()
    {
        try
        {
            if (!await _live.WaitAsync(_settling!.UntilNextReading, _source.Time, Token).ConfigureAwait(false))
            {
                _settling.ReadAgain();
                BeginHistory();
                return false;
            }

            if (!await _live.MoveAsync().ConfigureAwait(false))
            {
                await HandleDisconnectAsync(null).ConfigureAwait(false);
                return false;
            }
        }
        catch (ManagedAgentsException failure)
        {
            await HandleDisconnectAsync(failure).ConfigureAwait(false);
            return false;
        }

        // Previews and the deletion of a session are not in the history, and events without an id cannot be found there.
        var received = _live.Current;
        var key = EventIdentity.KeyOf(received);
        if (!EventIdentity.IsUnique(key) || received is SessionDeletedEvent)
        {
            return TryDeliver(received);
        }

        if (_delivered.IsNewOnStream(key, received.ProcessedAt))
        {
            _settling.Hold(received);
            BeginHistory();
        }

        return false;
    }

    private bool DeliverHeld(SessionEvent held)
    {
        if (held is not UnreadableSessionEvent)
        {
            return TryDeliver(held);
        }

        Deliver(held, EventIdentity.KeyOf(held));
        return true;
    }

    /// <summary>Handles an event of the stream that cannot be read. Its copy in the history may be readable, and is delivered then.</summary>
    private bool TryDeliverUnreadable(UnreadableSessionEvent received)
    {
        var key = EventIdentity.KeyOf(received)!;
        var isKnown = _delivered.Contains(key);
        if (isKnown && received.Id.Length > 0)
        {
            return false;
        }

        _settling = new HistorySettling(_options.HistoryDelay, _source.Time);
        BeginHistory();
        if (received.Id.Length > 0)
        {
            _settling.Hold(received);
            return false;
        }

        // The copy in the history cannot be recognized if it differs, so that this one is delivered too.
        if (!isKnown)
        {
            Deliver(received, key);
        }

        return !isKnown;
    }

    private void BeginHistory()
    {
        // A reading that was interrupted by a failure is continued.
        _history ??= new HistoryReader(_source, _delivered, _pageSize, Token);
        _phase = Phase.ReadingHistory;
    }

    private Phase CompleteCatchUp()
    {
        _settling = null;
        Notify(new SessionFollowCaughtUp());
        return Phase.Live;
    }
}
