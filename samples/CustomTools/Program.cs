// An agent that deploys with a tool of ours: the tool is a method, and production needs a person's yes.
using System.ComponentModel;
using CustomTools;
using Managed.Agents;
using Microsoft.Extensions.AI;

// With ANTHROPIC_API_KEY this talks to the real service. Without it, the same code talks to an emulator in this process.
await using var emulator = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { Length: > 0 } ? null : await ScriptedEmulator.StartAsync();
using var client = emulator?.CreateClient() ?? new ManagedAgentsClient();

// The same object describes the tool to the agent and runs its calls.
var deploy = AIFunctionFactory.Create(
    ([Description("What to deploy.")] string service, [Description("Where: staging or production.")] string target) => $"{service} is live on {target}.",
    "deploy",
    "Deploys a service. Call it for staging first, and for production only when staging went well.");

var agent = await client.Agents.CreateAsync(new() { Name = "operator", Model = "claude-sonnet-5-5", Tools = [deploy.ToCustomTool()] });
var environment = await client.Environments.CreateAsync(new() { Name = $"deploy-{Guid.NewGuid():N}" });
var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, Title = "Deploy the shop" });

// Staging goes by itself; for production somebody is asked, who is not here now.
var rules = new ToolApprovalRules()
    .Allow("deploy", arguments: static input => input.GetProperty("target").GetString() == "staging")
    .Ask(ToolApprover.DeferAll, "deploy");
var options = new TurnOptions { Tools = [new ApprovalRequiredAIFunction(deploy)], Approver = rules };

var turn = client.Sessions.RunStreamingAsync(session.Id, "Deploy the shop.", options);
await ShowAsync(turn);
foreach (var pending in turn.Result.PendingActions)
{
    Console.WriteLine($"  waits for a decision: {pending.Call?.Name} {pending.Call?.Input}");
}

if (turn.Result.Ending == TurnEnding.RequiresAction)
{
    // Hours later, perhaps in another process: somebody says yes, and the turn goes on where it was.
    Console.WriteLine("  approved");
    turn = client.Sessions.ResumeStreamingAsync(session.Id, options with { Approver = ToolApprover.AllowAll });
    await ShowAsync(turn);
}

Console.WriteLine($"{turn.Result.Ending}: {turn.Result.Text}");

static async Task ShowAsync(SessionTurn turn)
{
    await foreach (var received in turn)
    {
        switch (received)
        {
            case AgentMessageEvent message:
                Console.WriteLine(message.Text);
                break;
            case AgentCustomToolUseEvent call:
                Console.WriteLine($"  [{call.Name}] {call.Input}");
                break;
            case UserCustomToolResultEvent result:
                Console.WriteLine($"  -> {result.Content.JoinText()}");
                break;
        }
    }
}
