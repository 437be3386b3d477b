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
                if (_history.IsNew)
                {
                    Deliver(_history.Current, _history.Key);
                    return true;
                }
            }
        }
        catch (ManagedAgentsException failure)
        {
            await EndHistoryAsync().ConfigureAwait(false);
            await HandleDisconnectAsync(_openFailure ?? failure).ConfigureAwait(false);
            return false;
        }

        await EndHistoryAsync().ConfigureAwait(false);
        return await AfterHistoryAsync().ConfigureAwait(false);
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

        if (_delivered.IsNewOnStream(EventIdentity.KeyOf(held), held.ProcessedAt))
        {
            if (!_settling.IsTimedOut)
            {
                await Task.Delay(_settling.NextWait(), _source.Time, _token).ConfigureAwait(false);
                BeginHistory();
                return false;
            }

            Notify(new SessionFollowHistoryDelayed(held.Id));
        }

        _phase = CompleteCatchUp();
        return TryDeliver(held);
    }

    /// <summary>Waits for the first new event of the connection, or until the history is due to be read again.</summary>
    private async ValueTask<bool> SettleAsync()
    {
        try
        {
            if (!await _live.WaitAsync(_settling!.UntilNextReading, _source.Time, _token).ConfigureAwait(false))
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

    private void BeginHistory()
    {
        _history = new HistoryReader(_source, _delivered, _token);
        _phase = Phase.ReadingHistory;
    }

    private async ValueTask EndHistoryAsync()
    {
        await _history!.DisposeAsync().ConfigureAwait(false);
        _history = null;
    }

    private Phase CompleteCatchUp()
    {
        _settling = null;
        Notify(new SessionFollowCaughtUp());
        return Phase.Live;
    }
}
