using Managed.Agents;
using Managed.Agents.Emulator;

namespace PackageTest;

/// <summary>Runs a session against an emulator in this process. Client and emulator come from the packages.</summary>
internal static class PackedSession
{
    public static async Task<IEnumerable<string>> RunAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var emulator = await AgentsEmulator.StartAsync(cancellationToken: timeout.Token);
        emulator.OnUserMessage("Hello").Reply("Hi!");
        using var client = emulator.CreateClient();

        var agent = await client.Agents.CreateAsync(new() { Name = "greeter", Model = "claude-sonnet-5-5" }, timeout.Token);
        var environment = await client.Environments.CreateAsync(new() { Name = "empty", Config = new CloudEnvironmentConfig() }, timeout.Token);
        var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id }, timeout.Token);
        await using var stream = await client.Sessions.Events.StreamAsync(session.Id, cancellationToken: timeout.Token);
        await client.Sessions.Events.SendAsync(session.Id, "Hello", timeout.Token);

        var text = "";
        await foreach (var received in stream)
        {
            switch (received)
            {
                case AgentMessageEvent message:
                    text += message.Text;
                    break;
                case SessionStatusIdleEvent { StopReason: EndTurn }:
                    Console.WriteLine($"Session {session.Id} of the packed {typeof(ManagedAgentsClient).Assembly.GetName()}: {text}");
                    return text == "Hi!" ? [] : [$"The agent replied '{text}' instead of 'Hi!'."];
            }
        }

        return ["The stream ended before the turn ended."];
    }
}
