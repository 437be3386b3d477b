namespace Managed.Agents.Emulator;

/// <summary>Lets a turn act and wait, until it is told to end. Everything that changes a session goes through its lock here.</summary>
internal sealed class TurnGate(object sync, EngineContext context) : IDisposable
{
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(context.Stopping);
    private TaskCompletionSource _changed = NewSignal();
    private bool _isDisposed;

    /// <summary>Whether the turn was told to end, though it may not have noticed yet.</summary>
    public bool IsEnding { get; private set; }

    /// <summary>Tells the turn to end at its next move. Call under the lock.</summary>
    public void End()
    {
        IsEnding = true;
        if (_isDisposed)
        {
            return;
        }

        // Not inline: what waits on the token must not run on the caller's stack, inside its lock.
        _ = _ending.CancelAsync();
        Signal();
    }

    /// <summary>Lets a waiting turn look again. Call under the lock.</summary>
    public void Signal()
    {
        var changed = _changed;
        _changed = NewSignal();
        changed.TrySetResult();
    }

    /// <summary>Does something under the session's lock, unless the turn is to end.</summary>
    public void Do(Action action)
    {
        lock (sync)
        {
            ThrowIfEnding();
            action();
        }
    }

    /// <summary>Waits for something outside the session.</summary>
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

    public Task DelayAsync(TimeSpan time) => WaitAsync(token => Task.Delay(time, context.Services.Time, token));

    /// <summary>Waits until something about the session holds. <paramref name="rest"/> runs once, under the lock, if there is anything to wait for.</summary>
    public async Task WaitUntilAsync(Func<bool> holds, Action? rest = null)
    {
        while (true)
        {
            Task changed;
            lock (sync)
            {
                ThrowIfEnding();
                if (holds())
                {
                    return;
                }

                changed = _changed.Task;
                rest?.Invoke();
                rest = null;
            }

            await WaitAsync(token => changed.WaitAsync(token)).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        lock (sync)
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
