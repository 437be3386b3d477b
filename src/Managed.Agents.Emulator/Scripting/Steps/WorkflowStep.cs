using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Starts a workflow run and waits until it ends. An interrupt pauses the run; it stays open.</summary>
internal sealed class WorkflowStep(WorkflowScript script) : ScriptStep
{
    private const int MaxOpenRuns = 10;

    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        WorkflowRun? run = null;
        turn.Gate.Do(() =>
        {
            turn.Model.Close();
            if (turn.Engine.Session.OpenRuns.Count >= MaxOpenRuns)
            {
                throw new ScriptException($"a session has at most {MaxOpenRuns} open workflow runs.");
            }

            run = new WorkflowRun(turn.Engine, script);
            run.Create();
        });
        await RunAsync(turn, run!).ConfigureAwait(false);
    }

    /// <summary>Runs the remaining phases of a run.</summary>
    public static async Task RunAsync(Turn turn, WorkflowRun run)
    {
        try
        {
            while (run.NextPhase < run.Script.Phases.Count)
            {
                await RunPhaseAsync(turn, run, run.Script.Phases[run.NextPhase]).ConfigureAwait(false);
            }

            turn.Gate.Do(run.End);
        }
        catch (TurnEndedException)
        {
            lock (turn.Engine.Sync)
            {
                if (!turn.Engine.Session.IsTerminated)
                {
                    run.Pause();
                }
            }

            throw;
        }
    }

    private static async Task RunPhaseAsync(Turn turn, WorkflowRun run, WorkflowPhaseScript phase)
    {
        var open = phase.Agents.Count;
        var startedId = "";
        turn.Gate.Do(() =>
        {
            startedId = run.BeginPhase();
            foreach (var task in phase.Agents)
            {
                Start(turn, run, task, () =>
                {
                    open--;
                    turn.Gate.Signal();
                });
            }
        });
        await turn.Gate.WaitUntilAsync(() => open == 0).ConfigureAwait(false);
        turn.Gate.Do(() => run.EndPhase(startedId));
    }

    private static void Start(Turn turn, WorkflowRun run, Delegation task, Action finished)
    {
        var engine = turn.Engine;
        var thread = engine.Threads.Open(Roster.WorkflowAgent(engine.Session.Agent, task.Agent), task.Agent, run.Id, counts: false);
        var prompt = engine.Events.Emit(thread, "agent.thread_message_received", new JsonObject
        {
            ["from_session_thread_id"] = turn.Thread.Id,
            ["content"] = ModelRequest.Blocks(task.Message),
        });
        thread.Context.AddInput(task.Message);
        var work = new Turn(engine, thread, prompt.ToJson())
        {
            Finishing = _ =>
            {
                // The service closes the threads of a run automatically.
                engine.Threads.Close(thread);
                finished();
            },
        };
        engine.Threads.Start(thread, work, task.Work.Turn(0));
    }
}

/// <summary>Resumes the paused runs before the script of the next message runs.</summary>
internal sealed class ResumeWorkflowsStep : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        WorkflowRun[] paused = [];
        turn.Gate.Do(() => paused = [.. turn.Engine.Session.OpenRuns]);
        foreach (var run in paused)
        {
            turn.Gate.Do(run.Resume);
            await WorkflowStep.RunAsync(turn, run).ConfigureAwait(false);
        }
    }
}
