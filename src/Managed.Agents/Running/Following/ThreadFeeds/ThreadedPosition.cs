namespace Managed.Agents;

/// <summary>The content of the position of a feed with threads: what was delivered of the session and of each thread that has not ended. Thread-safe.</summary>
internal sealed class ThreadedPosition
{
    /// <summary>The maximum number of threads that have not ended.</summary>
    public const int MaxThreads = 1000;

    private readonly object _gate = new();
    private readonly DeliveredEvents _session;
    private readonly List<FollowedThread> _threads;
    private readonly ThreadCopies _sessionCopies;
    private readonly ThreadCopies _threadCopies;

    public ThreadedPosition(DeliveredEvents session, SessionPosition? from)
    {
        _session = session;
        _threads = [.. (from?.Threads?.Open ?? []).Select(static thread => new FollowedThread(new DeliveredEvents(thread)))];
        _sessionCopies = new ThreadCopies(from?.Threads?.SessionCopies ?? []);
        _threadCopies = new ThreadCopies(from?.Threads?.ThreadCopies ?? []);
    }

    /// <summary>The threads that have not ended, those that were opened first at the start.</summary>
    public IReadOnlyList<FollowedThread> Threads => _threads;

    /// <summary>Whether the session has shown many copies that the threads have not shown yet.</summary>
    public bool IsSessionAhead => _sessionCopies.IsFull;

    /// <summary>Whether the threads have shown many copies that the session has not shown yet.</summary>
    public bool AreThreadsAhead => _threadCopies.IsFull;

    public FollowedThread? Find(string threadId) => _threads.Find(thread => thread.Id == threadId);

    public FollowedThread Add(DeliveredEvents delivered)
    {
        var added = new FollowedThread(delivered);
        lock (_gate)
        {
            if (_threads.Count == MaxThreads)
            {
                throw new InvalidOperationException(
                    $"The session '{ApiId.ForDisplay(_session.SessionId)}' has more than {MaxThreads} threads that have not ended, which is more than a position can hold. Archive threads, or follow the session without its threads.");
            }

            _threads.Add(added);
        }

        return added;
    }

    public void Remove(FollowedThread thread)
    {
        lock (_gate)
        {
            _threads.Remove(thread);
        }
    }

    /// <summary>Whether the other view has shown an event before.</summary>
    public bool IsCopy(SessionEvent received, FollowedThread? thread) =>
        ThreadCopies.KeyOf(received) is { } key && (thread is null ? _threadCopies : _sessionCopies).Contains(key);

    /// <summary>Records an event that was handled, or left out because the other view has shown it.</summary>
    /// <param name="received">The event as its own view showed it.</param>
    /// <param name="thread">The thread of the view, or null for the session.</param>
    /// <param name="commit">Records the event in its own view.</param>
    public void Commit(SessionEvent received, FollowedThread? thread, Action commit)
    {
        // As one step, so that no position has only one half of it.
        lock (_gate)
        {
            commit();
            if (ThreadCopies.KeyOf(received) is not { } key)
            {
                return;
            }

            var (own, other) = thread is null ? (_sessionCopies, _threadCopies) : (_threadCopies, _sessionCopies);
            if (other.Contains(key))
            {
                other.Remove(key);
            }
            else if (thread is null ? IsOfFollowedThread(received) : ThreadCopies.MayBeOnPrimary(received))
            {
                own.Add(key);
            }
        }
    }

    public SessionPosition ToPosition()
    {
        lock (_gate)
        {
            return _session.ToPosition().With(new ThreadPositions([.. _threads.Select(static thread => thread.Delivered.ToPosition())], _sessionCopies.Keys, _threadCopies.Keys));
        }
    }

    private bool IsOfFollowedThread(SessionEvent received) =>
        received.SessionThreadId is { } threadId && Find(threadId) is not null;
}
