using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns;

/// <summary>The example in the README.</summary>
public sealed class ReadmeTurnTests : EmulatorTest
{
    [Fact]
    public async Task A_turn_with_a_tool_in_twelve_lines()
    {
        Emulator.OnUserMessage("Deploy the shop.").CallCustomTool("deploy", """{"service":"shop"}""").Reply(static turn => $"Deployed: {turn.LastResultText}");
        var client = Client;
        var environment = await client.Environments.CreateAsync(new() { Name = "env" });

        var deploy = AIFunctionFactory.Create((string service) => $"{service} v7", "deploy", "Deploys a service to production.");
        var agent = await client.Agents.CreateAsync(new() { Name = "operator", Model = "claude-sonnet-5-5", Tools = [deploy.ToCustomTool()] });
        var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
        var result = await client.Sessions.RunAsync(session.Id, "Deploy the shop.", new()
        {
            Tools = [new ApprovalRequiredAIFunction(deploy)],
            Approver = new ToolApprovalRules().Allow("deploy", arguments: static input => input.GetProperty("service").GetString() == "shop"),
        });

        (result.Ending, result.Text).ShouldBe((TurnEnding.Completed, "Deployed: shop v7"));
    }
}
