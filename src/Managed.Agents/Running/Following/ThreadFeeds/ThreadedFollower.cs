using System.Threading.Channels;

namespace Managed.Agents;

/// <summary>
/// Merges the feed of a session and the feeds of its threads. Each feed reads one event ahead. An event that the primary view shows as a copy
/// of an event of a thread is delivered once.
/// </summary>
internal sealed partial class ThreadedFollower : FeedEnumerator
{
    private readonly FollowSource _source;
    private readonly ThreadSources _threads;
    private readonly SessionFollowOptions _options;
    private readonly ThreadedPosition _position;
    private readonly SessionEventFollower _session;
    private readonly CancellationToken _caller;
    private readonly CancellationToken _reader;
    private readonly Channel<SessionFollowNotice> _notices = Channel.CreateUnbounded<SessionFollowNotice>();
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private Task<bool>? _sessionMove;
    private Task? _noticed;
    private DateTimeOffset? _knownUntil;
    private FollowedThread? _currentThread;
    private SessionEvent? _handling;
    private Action? _commit;
    private volatile bool _isSessionCaughtUp;
    private int _turn;

    public ThreadedFollower(
        FollowSource source, ThreadSources threads, SessionFollowOptions options, DeliveredEvents delivered, ThreadedPosition position, CancellationToken caller, CancellationToken reader)
        : base(source.Id, source.Logger, caller, reader)
    {
        _source = source;
        _threads = threads;
        _options = options;
        _position = position;
        _caller = caller;
        _reader = reader;
        _session = new SessionEventFollower(source, options with { OnNotice = Observe }, delivered, caller, reader);
        _reconnection = new ReconnectPolicy(options, source.Time, source.Id);
        _knownUntil = options.From is { Threads: null } from ? from.Latest : null;
    }

    protected override bool TryMove()
    {
        if (_handling is { } handled)
        {
            _handling = null;
            _position.Commit(handled, _currentThread, _commit ?? (_currentThread?.Feed ?? _session).Commit);
            _commit = null;
        }

        return false;
    }

    protected override async ValueTask<bool> MoveAsync()
    {
        if (_knownUntil is { } since)
        {
            await FindThreadsAsync(since).ConfigureAwait(false);
            _knownUntil = null;
        }

        while (!IsSettled)
        {
            RaiseNotices();
            RequestEvents();
            if (!TrySelect(out var thread))
            {
                await WaitAsync().ConfigureAwait(false);
            }
            else if (thread is null ? await TakeFromSessionAsync().ConfigureAwait(false) : await TakeFromThreadAsync(thread).ConfigureAwait(false))
            {
                return true;
            }
        }

        RaiseNotices();
        return await DrainAsync().ConfigureAwait(false);
    }

    protected override async ValueTask CloseAsync()
    {
        foreach (var thread in _position.Threads)
        {
            await thread.CloseAsync().ConfigureAwait(false);
        }

        await _session.DisposeAsync().ConfigureAwait(false);
        if (_sessionMove is { } move)
        {
            await ((Task)move).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Returns the view whose next event has arrived, each in turn. Null is the session.</summary>
    private bool TrySelect(out FollowedThread? thread)
    {
        var threads = _position.Threads;
        for (var i = 0; i <= threads.Count; i++)
        {
            _turn = (_turn + 1) % (threads.Count + 1);
            thread = _turn == 0 ? null : threads[_turn - 1];
            if ((thread is null ? _sessionMove : thread.Move) is { IsCompleted: true } && !IsHeld(thread))
            {
                return true;
            }
        }

        thread = null;
        return false;
    }

    // A view that is far ahead waits for the others while they read their history, because the copies that are remembered are bounded.
    private bool IsHeld(FollowedThread? thread) => thread is null
        ? _position.IsSessionAhead && !_position.AreThreadsAhead && _position.Threads.Any(static open => open is { Feed: not null, IsCaughtUp: false })
        : _position.AreThreadsAhead && !_isSessionCaughtUp && !_isFinal;

    private async Task<bool> TakeFromSessionAsync()
    {
        var move = _sessionMove!;
        _sessionMove = null;
        if (!await move.ConfigureAwait(false))
        {
            // The session had ended before the position.
            BeginSettling(null);
            return false;
        }

        var received = _session.Current;
        if (received is SessionStatusTerminatedEvent or SessionDeletedEvent)
        {
            BeginSettling(received);
            return false;
        }

        if (_position.IsCopy(received, thread: null))
        {
            _position.Commit(received, null, _session.Commit);
            return false;
        }

        if (received is SessionThreadCreatedEvent { SessionThreadId: { Length: > 0 } created } && _position.Find(created) is null)
        {
            _position.Add(new DeliveredEvents(_source.Id, created));
        }

        return Deliver(received, received, null);
    }

    private async Task<bool> TakeFromThreadAsync(FollowedThread thread)
    {
        try
        {
            var move = thread.Move!;
            thread.Move = null;
            if (!await move.ConfigureAwait(false))
            {
                await EndAsync(thread, null).ConfigureAwait(false);
                return false;
            }
        }
        catch (ManagedAgentsException failure) when (!ConnectionFailures.IsTransient(failure))
        {
            _source.Logger.ThreadNotFollowed(thread.Id, failure.Message);
            await EndAsync(thread, failure).ConfigureAwait(false);
            return false;
        }

        var received = thread.Feed!.Current;
        if (_position.IsCopy(received, thread))
        {
            _position.Commit(received, thread, thread.Feed.Commit);
            return false;
        }

        return Deliver(received, WithThread(received, thread), thread);
    }

    private static SessionEvent WithThread(SessionEvent received, FollowedThread thread) =>
        received.SessionThreadId is null ? received with { SessionThreadId = thread.Id } : received;

    private bool Deliver(SessionEvent received, SessionEvent delivered, FollowedThread? thread)
    {
        Current = delivered;
        _handling = received;
        _currentThread = thread;
        return true;
    }

    /// <summary>Requests the next event of each view, and opens as many threads as are allowed.</summary>
    private void RequestEvents()
    {
        if (!_isFinal)
        {
            _sessionMove ??= _session.MoveNextAsync().AsTask();
        }

        var open = _position.Threads.Count(static thread => thread.Feed is not null);
        foreach (var thread in _position.Threads)
        {
            if (thread.Feed is null && open < _options.IncludeThreads!.MaxOpenThreads)
            {
                thread.Open(_threads.Open(thread.Id), _options, _caller, _reader);
                open++;
                Notify(new SessionFollowThreadOpened(thread.Id));
            }
            else if (thread.Feed is null && _waiting.Add(thread.Id))
            {
                _source.Logger.ThreadWaits(thread.Id, open);
                Notify(new SessionFollowThreadWaiting(thread.Id, open));
            }

            thread.Move ??= thread.Feed?.MoveNextAsync().AsTask();
        }
    }

    private async ValueTask EndAsync(FollowedThread thread, ManagedAgentsException? reason)
    {
        await thread.CloseAsync().ConfigureAwait(false);
        _position.Remove(thread);
        _waiting.Remove(thread.Id);
        Notify(new SessionFollowThreadEnded(thread.Id, reason));
    }

    private async ValueTask WaitAsync()
    {
        _noticed ??= _notices.Reader.WaitToReadAsync(Token).AsTask();
        var awaited = new List<Task> { _noticed };
        if (_sessionMove is { IsCompleted: false } move)
        {
            awaited.Add(move);
        }

        awaited.AddRange(_position.Threads.Select(static thread => thread.Move).OfType<Task>().Where(static pending => !pending.IsCompleted));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        if (_isFinal)
        {
            awaited.Add(Task.Delay(UntilSettled, _source.Time, stop.Token));
        }

        await Task.WhenAny(awaited).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        Token.ThrowIfCancellationRequested();
        _noticed = _noticed.IsCompleted ? null : _noticed;
    }

    private void Observe(SessionFollowNotice notice)
    {
        _isSessionCaughtUp = notice is SessionFollowCaughtUp || (_isSessionCaughtUp && notice is not SessionFollowDisconnected);
        _notices.Writer.TryWrite(notice);
    }

    // The feeds run ahead. The callback runs in order with the events, when the consumer requests one.
    private void RaiseNotices()
    {
        while (_notices.Reader.TryRead(out var notice))
        {
            Notify(notice);
        }
    }

    private void Notify(SessionFollowNotice notice) => _options.OnNotice?.Invoke(notice);
}
