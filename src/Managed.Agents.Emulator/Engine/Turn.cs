using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>One turn of one thread: runs the steps of a script, under the rules that hold for every turn.</summary>
internal sealed class Turn
{
    // A script of thousands of steps that never wait must not keep a thread from other sessions and from requests.
    private const int StepsAtOnce = 32;

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

    /// <summary>What a script's own code gets to see.</summary>
    public ScriptTurn View { get; }

    /// <summary>The text of the last tool result, from whichever side it came.</summary>
    public string LastResultText { get; set; } = "";

    /// <summary>Set by a step that ends the turn before the script is over: a refusal, an exhausted retry.</summary>
    public StopReason? Stop { get; set; }

    /// <summary>Runs under the lock when the turn is over, just before its thread goes idle; told whether it was interrupted.</summary>
    public Action<bool>? Finishing { get; init; }

    /// <summary>Tells the turn to end because of an interrupt, and counts its thread as working until it has. Call under the lock.</summary>
    public void Interrupt(string eventId)
    {
        _interrupts.Add(eventId);
        Thread.Activity = ThreadActivity.Working;
        Gate.End();
    }

    /// <summary>The thread has been taken care of; the turn ends without another word. Call under the lock.</summary>
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
                if (++steps % StepsAtOnce == 0)
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
                // Nobody wrote how the work is judged, so it is good.
                await new EvaluateStep("satisfied", "The outcome is reached.", TimeSpan.Zero).RunAsync(this).ConfigureAwait(false);
            }

            Gate.Do(() => Finish(Stop ?? StopReason.EndTurn, wasInterrupted: false));
        }
        catch (TurnEndedException)
        {
            EndEarly();
        }
        catch (OperationCanceledException) when (Engine.Context.Stopping.IsCancellationRequested)
        {
            // The emulator is going down; nobody is left to tell.
        }
        catch (Exception failure)
        {
            // A script that cannot go on must not look like an agent that has nothing to say.
            Fail(failure);
        }
        finally
        {
            Gate.Dispose();
        }
    }

    /// <summary>Begins a model request, unless one is open. At the budget, waits until there is money again.</summary>
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
        rest: () => Engine.Lifecycle.EndWork(Thread, ThreadActivity.AwaitsBudget, StopReason.BudgetReached));

    /// <summary>A child's call that waits for the client is shown on the primary stream too, under the same id. Call under the lock.</summary>
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
            // Whoever waited for the thread has closed it.
            Engine.Lifecycle.Settle();
        }
        else
        {
            Engine.Lifecycle.EndWork(Thread, ThreadActivity.Idle, reason);
        }

        Engine.Inputs.StartNext();
    }

    // Interrupted: the open request ends without its message, calls without a result get an error, the turn ends as every other.
    private void EndEarly()
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
                Engine.Inputs.Processed(interrupt);
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
