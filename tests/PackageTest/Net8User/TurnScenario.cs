using System.ComponentModel;
using Managed.Agents;
using Managed.Agents.Emulator;
using Microsoft.Extensions.AI;

namespace Net8User;

internal static class TurnScenario
{
    public static async Task RunAsync(AgentsEmulator emulator, ManagedAgentsClient client, CancellationToken cancellationToken)
    {
        emulator.OnUserMessage("How is the weather?").CallCustomTool("get_weather", """{"city": "Lyon"}""").Reply("It is sunny.");
        AIFunction weather = AIFunctionFactory.Create(([Description("The city.")] string city) => $"{city}: sunny", "get_weather", "Looks up the weather.");
        AIFunction[] functions = [weather];

        var agent = await client.Agents.CreateAsync(new() { Name = "forecaster", Model = "claude-sonnet-5-5", Tools = [.. functions.ToCustomTools()] }, cancellationToken);
        var environment = await client.Environments.GetOrCreateAsync(new() { Name = "turns" }, cancellationToken);
        var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id }, cancellationToken);
        var result = await client.Sessions.RunAsync(session.Id, "How is the weather?", new() { Tools = functions }, cancellationToken);

        Check.That(result.Ending == TurnEnding.Completed && result.Text == "It is sunny.", $"{result.Ending}: {result.Text}");
    }
}
