using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A task for another agent in a script.</summary>
internal sealed record Delegation(string Agent, string Message, AgentScript Work);

/// <summary>Delegates tasks to other agents, each on a separate thread, and continues when all have reported.</summary>
internal sealed class DelegateStep(IReadOnlyList<Delegation> delegations) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        var round = new Round(turn);
        turn.Gate.Do(() =>
        {
            turn.Model.Close();
            List<(Delegation Task, SessionThread Thread)> threads = [.. delegations.Select(task => (task, Thread(turn, task.Agent)))];
            round.Open = threads.Count;
            foreach (var (task, thread) in threads)
            {
                Send(turn, task, thread, wasInterrupted => round.Finish(thread, wasInterrupted));
            }

            // The coordinator waits for the reports.
            turn.Engine.Lifecycle.SetIdle(turn.Thread, ThreadActivity.AwaitsThreads, StopReason.EndTurn);
        });
        await turn.Gate.WaitUntilAsync(() => round.Open == 0).ConfigureAwait(false);
    }

    private static SessionThread Thread(Turn turn, string name)
    {
        // An idle thread of the agent is used again. Tasks that run at the same time need separate threads.
        var idle = turn.Engine.Session.Threads.Find(thread =>
            thread.CountsAsChild && thread.AgentName == name && thread.Turn is null && thread.ArchivedAt is null && thread.Status is SessionStatus.Idle);
        return idle ?? turn.Engine.Threads.Open(Roster.Subagent(turn.Engine.Session.Agent, name), name);
    }

    private static void Send(Turn turn, Delegation task, SessionThread thread, Action<bool> finishing)
    {
        var events = turn.Engine.Events;
        events.Emit(turn.Thread, "agent.thread_message_sent", new JsonObject
        {
            ["to_session_thread_id"] = thread.Id,
            ["to_agent_name"] = task.Agent,
            ["content"] = ModelRequest.Blocks(task.Message),
        });
        var received = events.Emit(thread, "agent.thread_message_received", new JsonObject
        {
            ["from_session_thread_id"] = turn.Thread.Id,
            ["from_agent_name"] = turn.Thread.AgentName,
            ["content"] = ModelRequest.Blocks(task.Message),
        });
        thread.Context.AddInput(task.Message);
        turn.Engine.Threads.Start(thread, new Turn(turn.Engine, thread, received.ToJson()) { Finishing = finishing }, task.Work.Turn(0));
    }

    /// <summary>The open tasks of one step.</summary>
    private sealed class Round(Turn turn)
    {
        private bool _hasReport;

        public int Open { get; set; }

        public void Finish(SessionThread thread, bool wasInterrupted)
        {
            Open--;
            if (turn.Gate.IsEnding)
            {
                return;
            }

            if (!wasInterrupted)
            {
                Report(thread);
                _hasReport = true;
            }

            if (Open > 0)
            {
                return;
            }

            if (_hasReport)
            {
                turn.Engine.Lifecycle.BeginWork(turn.Thread);
                turn.Gate.Signal();
            }
            else
            {
                // Interrupted children do not report, so nothing resumes the coordinator. Its turn ends, too.
                turn.Abandon();
                turn.Thread.Activity = ThreadActivity.Idle;
            }
        }

        private void Report(SessionThread thread)
        {
            turn.LastResultText = thread.LastMessage;
            turn.Thread.Context.AddInput(thread.LastMessage);
            turn.Engine.Events.Emit(turn.Thread, "agent.thread_message_received", new JsonObject
            {
                ["from_session_thread_id"] = thread.Id,
                ["from_agent_name"] = thread.AgentName,
                ["content"] = ModelRequest.Blocks(thread.LastMessage),
            });
        }
    }
}
