namespace Managed.Agents.Emulator;

/// <summary>Runs the actions of a turn under the session's lock, and waits outside the lock. Throws once the turn is ending.</summary>
internal sealed class TurnGate(object gate, EngineContext context) : IDisposable
{
    private readonly object _gate = gate;
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(context.Stopping);
    private TaskCompletionSource _changed = NewSignal();
    private bool _isDisposed;

    /// <summary>Whether the turn is ending. It may not have stopped yet.</summary>
    public bool IsEnding { get; private set; }

    /// <summary>Ends the turn at its next action. Call under the lock.</summary>
    public void End()
    {
        IsEnding = true;
        if (_isDisposed)
        {
            return;
        }

        // Asynchronous, so that continuations do not run on the caller's stack inside its lock.
        _ = _ending.CancelAsync();
        Signal();
    }

    /// <summary>Makes a waiting turn check its condition again. Call under the lock.</summary>
    public void Signal()
    {
        var changed = _changed;
        _changed = NewSignal();
        changed.TrySetResult();
    }

    /// <summary>Runs an action under the session's lock, unless the turn is ending.</summary>
    public void Do(Action action)
    {
        lock (_gate)
        {
            ThrowIfEnding();
            action();
        }
    }

    /// <summary>Waits for a task outside the session.</summary>
    public async Task WaitAsync(Func<CancellationToken, Task> wait)
    {
        try
        {
            await wait(_ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested && !context.Stopping.IsCancellationRequested)
        {
            throw new TurnEndedException();
        }
    }

    public Task DelayAsync(TimeSpan delay) => WaitAsync(token => Task.Delay(delay, context.Services.Time, token));

    /// <summary>Waits until a condition is true. Calls <paramref name="onWait"/> once, under the lock, if the condition is not true yet.</summary>
    public async Task WaitUntilAsync(Func<bool> condition, Action? onWait = null)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                ThrowIfEnding();
                if (condition())
                {
                    return;
                }

                changed = _changed.Task;
                onWait?.Invoke();
                onWait = null;
            }

            await WaitAsync(token => changed.WaitAsync(token)).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _ending.Dispose();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void ThrowIfEnding()
    {
        if (IsEnding)
        {
            throw new TurnEndedException();
        }
    }
}
