namespace Managed.Agents;

/// <content>Finds the threads at the start, and reads the rest of them at the end of the session.</content>
internal sealed partial class ThreadedFollower
{
    private readonly ReconnectPolicy _reconnection;
    private readonly HistoryPageSize _pageSize = new();
    private HistoryReader? _rest;
    private SessionEvent? _final;
    private long _finalAt;
    private bool _isFinal;

    /// <summary>Whether the session has ended and the threads had time to show their last events.</summary>
    private bool IsSettled => _isFinal && (_position.Threads.Count == 0 || UntilSettled == TimeSpan.Zero);

    private TimeSpan UntilSettled
    {
        get
        {
            var left = _options.HistoryDelay - _source.Time.GetElapsedTime(_finalAt);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Holds the last event of the session until the threads have been read to their ends.</summary>
    private void BeginSettling(SessionEvent? final)
    {
        _final = final;
        _finalAt = _source.Time.GetTimestamp();
        _isFinal = true;
    }

    /// <summary>Reads the rest of the history of each thread, and then delivers the last event of the session.</summary>
    private async ValueTask<bool> DrainAsync()
    {
        while (_position.Threads is [var thread, ..])
        {
            await thread.CloseAsync().ConfigureAwait(false);
            _rest ??= new HistoryReader(_threads.Open(thread.Id), thread.Delivered, _pageSize, Token);
            ManagedAgentsException? reason = null;
            try
            {
                if (await MoveToNewAsync(thread, _rest).ConfigureAwait(false))
                {
                    _reconnection.Progressed();
                    return true;
                }
            }
            catch (ManagedAgentsException failure) when (ConnectionFailures.IsTransient(failure))
            {
                await DelayAsync(failure).ConfigureAwait(false);
                continue;
            }
            catch (ManagedAgentsException failure)
            {
                _source.Logger.ThreadNotFollowed(thread.Id, failure.Message);
                reason = failure;
            }

            _rest = null;
            await EndAsync(thread, reason).ConfigureAwait(false);
        }

        if (_final is not { } last)
        {
            return false;
        }

        _final = null;
        return Deliver(last, last, null);
    }

    private async ValueTask<bool> MoveToNewAsync(FollowedThread thread, HistoryReader rest)
    {
        while (await rest.MoveNextAsync().ConfigureAwait(false))
        {
            var received = rest.Current;
            if (!rest.IsNew || rest.Key is not { } key)
            {
                continue;
            }

            void Record() => thread.Delivered.Add(key, received);
            if (!_position.IsCopy(received, thread))
            {
                _commit = Record;
                return Deliver(received, WithThread(received, thread), thread);
            }

            _position.Commit(received, thread, Record);
        }

        return false;
    }

    /// <summary>Finds the threads that a position does not contain, because it comes from a feed without threads. Only their events after its time are new.</summary>
    private async ValueTask FindThreadsAsync(DateTimeOffset since)
    {
        while (true)
        {
            try
            {
                var found = new List<string>();
                await foreach (var thread in _threads.List(Token).ConfigureAwait(false))
                {
                    var hasEnded = thread.ArchivedAt is not null || thread.Status == SessionStatus.Terminated;
                    if (thread.ParentThreadId is not null && (!hasEnded || thread.UpdatedAt > since))
                    {
                        found.Add(thread.Id);
                    }
                }

                foreach (var threadId in found.Where(id => _position.Find(id) is null))
                {
                    _position.Add(DeliveredEvents.Until(since, _source.Id, threadId));
                }

                return;
            }
            catch (ManagedAgentsException failure) when (ConnectionFailures.IsTransient(failure))
            {
                await DelayAsync(failure).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask DelayAsync(ManagedAgentsException failure)
    {
        if (_reconnection.Failed((failure as ManagedAgentsApiException)?.RetryAfter) is not { } delay)
        {
            throw failure;
        }

        _source.Logger.StreamDisconnected(_source.Id, _reconnection.Attempt, delay, failure.Message);
        Notify(new SessionFollowDisconnected(failure, _reconnection.Attempt, delay));
        await Task.Delay(delay, _source.Time, Token).ConfigureAwait(false);
    }
}
