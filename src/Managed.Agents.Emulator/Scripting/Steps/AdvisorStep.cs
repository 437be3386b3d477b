using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Consults the advisor. Its thread is created, responds and terminates, and receives no message.</summary>
internal sealed class AdvisorStep(string advice) : ScriptStep
{
    private const string Name = "anthropic.advisor";

    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        turn.Gate.Do(() =>
        {
            var engine = turn.Engine;
            var model = Roster.AdvisorModel(engine.Session.Agent) ?? throw new ScriptException($"agent \"{turn.Thread.AgentName}\" has no advisor.");
            turn.Model.Close();
            var thread = engine.Threads.Open(new JsonObject { ["type"] = "advisor", ["model"] = model }, Name, counts: false);
            engine.Lifecycle.BeginWork(thread);
            var message = new JsonObject { ["from_session_thread_id"] = thread.Id, ["from_agent_name"] = Name, ["content"] = ModelRequest.Blocks(advice) };
            engine.Events.Emit(turn.Thread, "agent.thread_message_received", message);
            turn.LastResultText = advice;
            turn.Thread.Context.AddInput(advice);
            engine.Lifecycle.SetIdle(thread, ThreadActivity.Idle, StopReason.EndTurn);
            engine.Threads.Terminate(thread);
        });
    }
}
