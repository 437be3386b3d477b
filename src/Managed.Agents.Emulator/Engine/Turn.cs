using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>One turn of one thread: runs the steps of a script, under the rules that hold for every turn.</summary>
internal sealed class Turn
{
    private readonly SessionEngine _engine;
    private readonly CancellationTokenSource _cancellation;
    private readonly List<string> _interrupts = [];
    private TaskCompletionSource _changed = NewSignal();
    private bool _abandoned;

    public Turn(SessionEngine engine, SessionThread thread, JsonObject input)
    {
        _engine = engine;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(engine.Context.Stopping);
        Thread = thread;
        Input = input;
        Model = new ModelRequest(engine, thread);
        View = new ScriptTurn(this);
    }

    public SessionEngine Engine => _engine;

    public SessionThread Thread { get; }

    /// <summary>The stored event that started the turn.</summary>
    public JsonObject Input { get; }

    public ModelRequest Model { get; }

    /// <summary>What a script's own code gets to see.</summary>
    public ScriptTurn View { get; }

    /// <summary>The text of the last tool result, from whichever side it came.</summary>
    public string LastResultText { get; set; } = "";

    public object Sync => _engine.Sync;

    /// <summary>Why the turn will have ended, unless it is interrupted.</summary>
    public StopReason Stop { get; set; } = StopReason.EndTurn;

    public void Interrupt(string eventId)
    {
        _interrupts.Add(eventId);

        // Not inline: what waits on the token must not run on the caller's stack, inside its lock.
        _ = _cancellation.CancelAsync();
        Signal();
    }

    /// <summary>The session is gone; stop without another word.</summary>
    public void Abandon()
    {
        _abandoned = true;
        _ = _cancellation.CancelAsync();
        Signal();
    }

    /// <summary>Lets a waiting turn look again.</summary>
    public void Signal()
    {
        var changed = _changed;
        _changed = NewSignal();
        changed.TrySetResult();
    }

    public async Task RunAsync(IReadOnlyList<ScriptStep> script)
    {
        try
        {
            foreach (var step in script)
            {
                await step.RunAsync(this).ConfigureAwait(false);
            }

            Do(() => Finish(Stop));
        }
        catch (TurnEndedException)
        {
            lock (Sync)
            {
                if (!_abandoned)
                {
                    EndEarly();
                }
            }
        }
        catch (OperationCanceledException) when (_engine.Context.Stopping.IsCancellationRequested)
        {
            // The emulator is going down; nobody is left to tell.
        }
        catch (Exception failure)
        {
            // A script that cannot go on must not look like an agent that has nothing to say.
            lock (Sync)
            {
                if (!_abandoned)
                {
                    SessionFailure.Terminal(_engine, "unknown_error", $"Emulator script: {failure.Message}");
                }
            }
        }
        finally
        {
            _cancellation.Dispose();
        }
    }

    /// <summary>Does something under the session's lock, unless the turn has been interrupted.</summary>
    public void Do(Action action)
    {
        lock (Sync)
        {
            ThrowIfEnded();
            action();
        }
    }

    /// <summary>A child's call that waits for the client is shown on the primary stream too, under the same id. Call under the lock.</summary>
    public void CopyToPrimary(string type, string id, JsonObject fields)
    {
        if (!Thread.IsPrimary)
        {
            var copy = fields.Copy();
            copy["session_thread_id"] = Thread.Id;
            _engine.Events.Emit(_engine.Session.Primary, type, copy, id);
        }
    }

    /// <summary>Waits for something outside the session; an interrupt ends the wait.</summary>
    public async Task WaitAsync(Func<CancellationToken, Task> wait)
    {
        try
        {
            await wait(_cancellation.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested && !_engine.Context.Stopping.IsCancellationRequested)
        {
            throw new TurnEndedException();
        }
    }

    /// <summary>Begins a model request, unless one is open. At the budget, waits until there is money again.</summary>
    public Task OpenModelAsync() => WaitUntilAsync(
        () =>
        {
            var mayOpen = Model.IsOpen || !BudgetGuard.IsReached(_engine.Session, _engine.Context.Services.Now());
            if (mayOpen)
            {
                Model.Open();
            }

            return mayOpen;
        },
        rest: () => _engine.Lifecycle.EndWork(Thread, ThreadActivity.AwaitsBudget, StopReason.BudgetReached));

    public Task DelayAsync(TimeSpan time) => WaitAsync(token => Task.Delay(time, _engine.Context.Services.Time, token));

    /// <summary>Waits until something about the session holds. <paramref name="rest"/> runs once, under the lock, if there is anything to wait for.</summary>
    public async Task WaitUntilAsync(Func<bool> holds, Action rest)
    {
        var rested = false;
        while (true)
        {
            Task changed;
            lock (Sync)
            {
                ThrowIfEnded();
                if (holds())
                {
                    return;
                }

                changed = _changed.Task;
                if (!rested)
                {
                    rest();
                    rested = true;
                }
            }

            await WaitAsync(token => changed.WaitAsync(token)).ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void ThrowIfEnded()
    {
        if (_abandoned || _interrupts.Count > 0)
        {
            throw new TurnEndedException();
        }
    }

    private void Finish(StopReason reason)
    {
        Model.Close();
        Thread.Pending.Clear();
        Thread.Turn = null;
        _engine.Lifecycle.EndWork(Thread, ThreadActivity.Idle, reason);
        _engine.StartNext();
    }

    // Interrupted: the open request ends without its message, waiting calls end with an error, the turn ends as every other.
    private void EndEarly()
    {
        Model.Close();
        foreach (var call in Thread.Pending.Where(static call => call.Answer is null))
        {
            ToolResults.EmitInterrupted(_engine.Events, Thread, call);
        }

        foreach (var interrupt in _interrupts)
        {
            _engine.Session.Primary.Log.Process(interrupt, _engine.Context.Services.Now());
        }

        Finish(StopReason.EndTurn);
    }
}
