using System.Runtime.ExceptionServices;

namespace Managed.Agents;

/// <content>Reading the history after a connection was made, until it holds all that the connection shows.</content>
internal sealed partial class SessionEventFollower
{
    private async ValueTask<bool> ReadHistoryAsync()
    {
        try
        {
            while (await _history!.MoveNextAsync().ConfigureAwait(false))
            {
                // Looked at even if it was given before: following may have been stopped between the end of the session and its own.
                _isOver |= IsEnd(_history.Current);
                if (_history.IsNew)
                {
                    Give(_history.Current, _history.Key);
                    return true;
                }
            }
        }
        catch (ManagedAgentsException failure)
        {
            await EndHistoryAsync().ConfigureAwait(false);
            await LoseAsync(_refusal ?? failure).ConfigureAwait(false);
            return false;
        }

        await EndHistoryAsync().ConfigureAwait(false);
        return await AfterHistoryAsync().ConfigureAwait(false);
    }

    private async ValueTask<bool> AfterHistoryAsync()
    {
        if (_isOver)
        {
            _phase = Phase.Over;
            await _live.CloseAsync().ConfigureAwait(false);
            return false;
        }

        if (_refusal is not null)
        {
            ExceptionDispatchInfo.Throw(_refusal);
        }

        if (_settling!.Held is not { } held)
        {
            _phase = _settling.IsOver ? CaughtUp() : Phase.Settling;
            return false;
        }

        if (_delivered.IsNewOnStream(EventIdentity.KeyOf(held), held.ProcessedAt))
        {
            if (!_settling.HasWaited)
            {
                await Task.Delay(_settling.NextWait(), _source.Time, _token).ConfigureAwait(false);
                BeginHistory();
                return false;
            }

            Tell(new SessionFollowHistoryDelayed(held.Id));
        }

        _phase = CaughtUp();
        return Offer(held);
    }

    /// <summary>Waits for the first new event of the connection, or for the time to read the history once more.</summary>
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
                await LoseAsync(null).ConfigureAwait(false);
                return false;
            }
        }
        catch (ManagedAgentsException failure)
        {
            await LoseAsync(failure).ConfigureAwait(false);
            return false;
        }

        // Previews and the end of a deleted session are in no history, and what has no name cannot be found there.
        var received = _live.Current;
        var key = EventIdentity.KeyOf(received);
        if (!EventIdentity.IsName(key) || received is SessionDeletedEvent)
        {
            return Offer(received);
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
        _history = new HistoryReading(_source, _delivered, _token);
        _phase = Phase.ReadingHistory;
    }

    private async ValueTask EndHistoryAsync()
    {
        await _history!.DisposeAsync().ConfigureAwait(false);
        _history = null;
    }

    private Phase CaughtUp()
    {
        _settling = null;
        Tell(new SessionFollowCaughtUp());
        return Phase.Live;
    }
}
