// A coding agent writes a program and saves its output. A follow-up in the same session continues with the same files.
using Managed.Agents;
using Quickstart;

// With ANTHROPIC_API_KEY this talks to the real service. Without it, the same code talks to an emulator in this process.
await using var emulator = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { Length: > 0 } ? null : await ScriptedEmulator.StartAsync();
using var client = emulator?.CreateClient() ?? new ManagedAgentsClient();
Console.WriteLine(emulator is null ? "Talking to the API." : $"No ANTHROPIC_API_KEY is set: talking to the emulator at {emulator.BaseAddress}.");

// Set up once: the agent and its environment.
var agent = await client.Agents.CreateAsync(new()
{
    Name = "coding-assistant",
    Model = "claude-sonnet-5-5",
    System = "You are a careful coding agent. Run what you write before you say that it works.",
    Tools = [new AgentToolset()],
});
var environment = await client.Environments.CreateAsync(new()
{
    Name = $"python-{Guid.NewGuid():N}",
    Config = new CloudEnvironmentConfig { Packages = new() { Pip = ["pytest", "requests", "pandas"] } },
});

// One session per task. It keeps its conversation and its files between turns.
var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, Title = "Fibonacci" });

await TurnAsync("Write fibonacci.py and save the first 20 numbers");
await TurnAsync("Now add a test for it, and run it");

async Task TurnAsync(string text)
{
    Console.WriteLine($"{Environment.NewLine}> {text}");

    // Open the stream before sending the message, so that no event is missed.
    await using var stream = await client.Sessions.Events.StreamAsync(session.Id);
    await client.Sessions.Events.SendAsync(session.Id, text);

    await foreach (var received in stream)
    {
        switch (received)
        {
            case AgentMessageEvent message:
                Console.WriteLine(message.Text);
                break;
            case AgentToolUseEvent call:
                Console.WriteLine($"  [{call.Name}] {call.Input}");
                break;
            case SessionErrorEvent { Error: var error }:
                Console.WriteLine($"  {error.Type}: {error.Message}");
                break;
            case SessionUsageEvent { Usage: var usage }:
                Console.WriteLine($"  {usage.InputTokens} tokens in, {usage.OutputTokens} out, {usage.ListCost?.Amount ?? "0"} cents so far");
                break;
            case SessionStatusIdleEvent { StopReason: var reason }:
                Console.WriteLine($"  {reason.Type}");
                return; // idle is the end of the turn, because no tool here waits for a result
        }
    }
}
