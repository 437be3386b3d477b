using Managed.Agents.Emulator;
using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns.Runner;

/// <summary>The tool call store that is used if the options have none.</summary>
public sealed class DefaultToolCallStoreTests
{
    [Fact]
    public async Task Clients_of_different_services_do_not_share_calls()
    {
        var runs = 0;
        var tool = AIFunctionFactory.Create(() => $"run {++runs}", "count", "Counts.");
        var ids = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            // Emulators with the same seed create the same ids.
            await using var emulator = await AgentsEmulator.StartAsync();
            emulator.OnAnyUserMessage().CallCustomTool("count", "{}").Reply(static turn => turn.LastResultText);
            using var client = emulator.CreateClient();
            var agent = await client.Agents.CreateAsync(new() { Name = "counter", Model = "claude-sonnet-5-5", Tools = [tool.ToCustomTool()] });
            var environment = await client.Environments.CreateAsync(new() { Name = "env" });
            var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
            ids.Add(session.Id);

            var result = await client.Sessions.RunAsync(session.Id, "go", new() { Tools = [tool] }).Guarded();

            result.Text.ShouldBe($"run {i + 1}");
        }

        ids[1].ShouldBe(ids[0]);
    }
}
