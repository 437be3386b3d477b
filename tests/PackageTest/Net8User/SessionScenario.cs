using Managed.Agents;
using Managed.Agents.Emulator;

namespace Net8User;

internal static class SessionScenario
{
    public static async Task RunAsync(AgentsEmulator emulator, ManagedAgentsClient client, CancellationToken cancellationToken)
    {
        emulator.OnUserMessage("Hello").Reply("Hi!");
        var session = await CreateAsync(client, "greeter", cancellationToken);
        await using var stream = await client.Sessions.Events.StreamAsync(session.Id, cancellationToken: cancellationToken);
        await client.Sessions.Events.SendAsync(session.Id, "Hello", cancellationToken);

        var text = "";
        await foreach (var received in stream)
        {
            if (received is AgentMessageEvent message)
            {
                text += message.Text;
            }
            else if (received is SessionStatusIdleEvent { StopReason: EndTurn })
            {
                break;
            }
        }

        Check.That(text == "Hi!", text);
    }

    public static async Task<Session> CreateAsync(ManagedAgentsClient client, string name, CancellationToken cancellationToken)
    {
        var agent = await client.Agents.CreateAsync(new() { Name = name, Model = "claude-sonnet-5-5", Tools = [new AgentToolset()] }, cancellationToken);
        var environment = await client.Environments.CreateAsync(new() { Name = name, Config = new CloudEnvironmentConfig() }, cancellationToken);
        return await client.Sessions.CreateAsync(
            new() { Agent = agent.Id, EnvironmentId = environment.Id, Metadata = new Dictionary<string, string> { ["user"] = "ada" } }, cancellationToken);
    }
}
