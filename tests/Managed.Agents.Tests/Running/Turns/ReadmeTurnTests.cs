using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns;

/// <summary>The examples of turns in the README. ReadmeTests compares them with the README line by line.</summary>
public sealed class ReadmeTurnTests : TurnTestBase
{
    [Fact]
    public async Task A_turn_with_a_tool()
    {
        Emulator.OnUserMessage("Deploy the shop.").CallCustomTool("deploy", """{"service":"shop"}""").Reply(static turn => $"Deployed: {turn.LastResultText}");
        var client = Client;
        var environment = await client.Environments.CreateAsync(new() { Name = "env" });

        var deploy = AIFunctionFactory.Create((string service) => Deployer.RunAsync(service), "deploy", "Deploys a service to production.");

        var agent = await client.Agents.CreateAsync(new() { Name = "operator", Model = "claude-sonnet-5-5", Tools = [deploy.ToCustomTool()] });
        var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });

        var result = await client.Sessions.RunAsync(session.Id, "Deploy the shop.", new()
        {
            Tools = [new ApprovalRequiredAIFunction(deploy)],
            Approver = new ToolApprovalRules().Allow("deploy", arguments: static input => input.GetProperty("service").GetString() == "shop"),
        });

        Console.WriteLine($"{result.Ending}: {result.Text}");

        Console.Lines.ShouldBe(["Completed: Deployed: shop v7"]);
    }

    [Theory]
    [InlineData(false, "Deployed: Deployed by hand.")]
    [InlineData(true, "Deployed: files")]
    public async Task Pending_actions_are_answered_and_the_turn_is_resumed(bool asks, string text)
    {
        var script = Emulator.OnUserMessage("Deploy the shop.");
        (asks ? script.UseTool("bash", """{"command":"deploy"}""", "files") : script.CallCustomTool("deploy")).Reply(static turn => $"Deployed: {turn.LastResultText}");
        var client = Client;
        var session = await SessionAsync(["deploy"], asks);
        var result = await client.Sessions.RunAsync(session.Id, "Deploy the shop.").Guarded();
        (result.Ending, result.PendingActions.Count).ShouldBe((TurnEnding.RequiresAction, 1));

        foreach (var pending in result.PendingActions)
        {
            await (pending.AwaitsConfirmation ? pending.AllowAsync() : pending.RespondAsync("Deployed by hand."));
        }

        result = await client.Sessions.ResumeAsync(result);

        (result.Ending, result.Text).ShouldBe((TurnEnding.Completed, text));
    }

    private static class Deployer
    {
        public static Task<string> RunAsync(string service) => Task.FromResult($"{service} v7");
    }

    private static class Console
    {
        public static List<string> Lines { get; } = [];

        public static void WriteLine(string line) => Lines.Add(line);
    }
}
