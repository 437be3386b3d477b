using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>One turn of one thread. Runs the steps of a script.</summary>
internal sealed class Turn
{
    // A script of thousands of steps without a delay must not block a thread pool thread.
    private const int StepsBeforeYield = 32;

    private readonly List<string> _interrupts = [];
    private bool _isAbandoned;

    public Turn(SessionEngine engine, SessionThread thread, JsonObject input)
    {
        Engine = engine;
        Thread = thread;
        Input = input;
        Gate = new TurnGate(engine.Sync, engine.Context);
        Model = new ModelRequest(engine, thread);
        View = new ScriptTurn(this);
    }

    public SessionEngine Engine { get; }

    public SessionThread Thread { get; }

    /// <summary>The stored event that started the turn.</summary>
    public JsonObject Input { get; }

    public TurnGate Gate { get; }

    public ModelRequest Model { get; }

    /// <summary>The view of the turn for code in a script.</summary>
    public ScriptTurn View { get; }

    /// <summary>The text of the last tool result, from the service or the client.</summary>
    public string LastResultText { get; set; } = "";

    /// <summary>The stop reason of a step that ends the turn early, such as a refusal or exhausted retries.</summary>
    public StopReason? Stop { get; set; }

    /// <summary>
    /// A callback that is called under the lock when the turn ends, before its thread becomes idle. The argument tells whether the turn
    /// was interrupted.
    /// </summary>
    public Action<bool>? Finishing { get; init; }

    /// <summary>Ends the turn because of an interrupt. Its thread counts as working until the turn has ended. Call under the lock.</summary>
    public void Interrupt(string eventId)
    {
        _interrupts.Add(eventId);
        Thread.Activity = ThreadActivity.Working;
        Gate.End();
    }

    /// <summary>Ends the turn without further events, because its thread was closed. Call under the lock.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        Thread.Turn = null;
        Gate.End();
    }

    public async Task RunAsync(IReadOnlyList<ScriptStep> script)
    {
        try
        {
            var steps = 0;
            foreach (var step in script)
            {
                if (++steps % StepsBeforeYield == 0)
                {
                    await Task.Yield();
                }

                await step.RunAsync(this).ConfigureAwait(false);
                if (Stop is not null)
                {
                    break;
                }
            }

            if (Stop is null && Thread.IsPrimary && Engine.Session.Outcome is not null && Input.Text("type") == "user.define_outcome")
            {
                // A script without an evaluation ends satisfied.
                await new EvaluateStep("satisfied", "The outcome is reached.", TimeSpan.Zero).RunAsync(this).ConfigureAwait(false);
            }

            Gate.Do(() => Finish(Stop ?? StopReason.EndTurn, wasInterrupted: false));
        }
        catch (TurnEndedException)
        {
            EndInterrupted();
        }
        catch (OperationCanceledException) when (Engine.Context.Stopping.IsCancellationRequested)
        {
            // The emulator stops.
        }
        catch (Exception failure)
        {
            // The session reports the failure, so that a script error does not look like an agent without a message.
            Fail(failure);
        }
        finally
        {
            Gate.Dispose();
        }
    }

    /// <summary>Starts a model request, unless one is open. At the budget, waits until the budget is raised or removed.</summary>
    public Task OpenModelAsync() => Gate.WaitUntilAsync(
        () =>
        {
            var mayOpen = Model.IsOpen || !BudgetGuard.IsReached(Engine.Session, Engine.Context.Services.Now());
            if (mayOpen)
            {
                Model.Open();
            }

            return mayOpen;
        },
        onWait: () => Engine.Lifecycle.EndWork(Thread, ThreadActivity.AwaitsBudget, StopReason.BudgetReached));

    /// <summary>Copies a child's waiting call to the primary stream, with the same id. Call under the lock.</summary>
    public void CopyToPrimary(string type, string id, JsonObject fields)
    {
        if (!Thread.IsPrimary)
        {
            var copy = fields.Copy();
            copy["session_thread_id"] = Thread.Id;
            Engine.Events.Emit(Engine.Session.Primary, type, copy, id);
        }
    }

    private void Finish(StopReason reason, bool wasInterrupted)
    {
        Model.Close();
        if (Thread.IsPrimary && Stop is not null && Engine.Session.Outcome is { HasBegun: true } outcome)
        {
            outcome.Fail(Engine);
        }

        Thread.Pending.Clear();
        Thread.Turn = null;
        Finishing?.Invoke(wasInterrupted);
        if (Thread.Status is SessionStatus.Terminated)
        {
            // The Finishing callback has closed the thread.
            Engine.Lifecycle.EmitIdleIfNotWorking();
        }
        else
        {
            Engine.Lifecycle.EndWork(Thread, ThreadActivity.Idle, reason);
        }

        Engine.Inputs.StartNext();
    }

    // The open model request ends without its message, and calls without a result get an error.
    private void EndInterrupted()
    {
        lock (Engine.Sync)
        {
            if (_isAbandoned)
            {
                return;
            }

            Model.Close();
            foreach (var call in Thread.Pending.Where(static call => call.Answer is null))
            {
                ToolResults.EmitInterrupted(Engine.Events, Thread, call);
            }

            if (Thread.IsPrimary)
            {
                Engine.Session.Outcome?.Interrupt(Engine);
            }

            foreach (var interrupt in _interrupts)
            {
                Engine.Inputs.MarkProcessed(interrupt);
            }

            Finish(StopReason.EndTurn, wasInterrupted: true);
        }
    }

    private void Fail(Exception failure)
    {
        lock (Engine.Sync)
        {
            if (!_isAbandoned)
            {
                SessionFailure.Terminal(Engine, "unknown_error", $"Emulator script: {failure.Message}");
            }
        }
    }
}
