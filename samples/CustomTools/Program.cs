// An agent that deploys with a custom tool. The tool is a method, and a deployment to production needs approval by a person.
using System.ComponentModel;
using CustomTools;
using Managed.Agents;
using Microsoft.Extensions.AI;

// With ANTHROPIC_API_KEY this talks to the real service. Without it, the same code talks to an emulator in this process.
await using var emulator = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { Length: > 0 } ? null : await ScriptedEmulator.StartAsync();
using var client = emulator?.CreateClient() ?? new ManagedAgentsClient();

// The same object describes the tool to the agent and executes its calls.
var deploy = AIFunctionFactory.Create(
    ([Description("The service to deploy.")] string service, [Description("The target: staging or production.")] string target) => $"{service} is live on {target}.",
    "deploy",
    "Deploys a service. Call it for staging first, and for production only when staging went well.");

var agent = await client.Agents.CreateAsync(new() { Name = "operator", Model = "claude-sonnet-5-5", Tools = [deploy.ToCustomTool()] });
var environment = await client.Environments.CreateAsync(new() { Name = $"deploy-{Guid.NewGuid():N}" });
var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, Title = "Deploy the shop" });

// Staging is approved automatically. Production is decided later.
var rules = new ToolApprovalRules()
    .Allow("deploy", arguments: static input => input.GetProperty("target").GetString() == "staging")
    .Ask(ToolApprover.DeferAll, "deploy");
var options = new TurnOptions { Tools = [new ApprovalRequiredAIFunction(deploy)], Approver = rules };

var turn = client.Sessions.RunStreamingAsync(session.Id, "Deploy the shop.", options);
await ShowAsync(turn);
foreach (var pending in turn.Result.PendingActions)
{
    Console.WriteLine($"  waiting for approval: {pending.Call?.Name} {pending.Call?.Input}");
}

if (turn.Result.Ending == TurnEnding.RequiresAction)
{
    // Hours later, possibly in another process: the call is approved, and the turn continues.
    Console.WriteLine("  approved");
    turn = client.Sessions.ResumeStreamingAsync(turn.Result, options with { Approver = ToolApprover.AllowAll });
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
