// Redirecting a running turn: an interrupt and a new message, sent together.
using Managed.Agents;
using Steering;

// With ANTHROPIC_API_KEY this talks to the real service. Without it, the same code talks to an emulator in this process.
await using var emulator = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { Length: > 0 } ? null : await ScriptedEmulator.StartAsync();
using var client = emulator?.CreateClient() ?? new ManagedAgentsClient();

var agent = await client.Agents.CreateAsync(new() { Name = "analyst", Model = "claude-sonnet-5-5", Tools = [new AgentToolset()] });
var environment = await client.Environments.CreateAsync(new() { Name = $"steering-{Guid.NewGuid():N}" });
var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, Title = "Sales" });

Task<TurnResult>? redirected = null;
var first = client.Sessions.RunStreamingAsync(session.Id, "Analyse the sales of all years.");
await foreach (var received in first)
{
    Show("first", received);
    if (received is AgentMessageEvent && redirected is null)
    {
        // The interrupt is processed before all queued inputs, and the message after it starts the next turn.
        Console.WriteLine("> Only 2026, please.");
        redirected = RedirectAsync();
    }
}

Console.WriteLine($"first turn: {first.Result.Ending}");
if (redirected is not null)
{
    var second = await redirected;
    Console.WriteLine($"second turn: {second.Ending}: {second.Text}");
}

async Task<TurnResult> RedirectAsync()
{
    var turn = client.Sessions.RunStreamingAsync(session.Id, [new UserInterrupt(), new UserMessage("Only 2026, please.")]);
    await foreach (var _ in turn)
    {
        // The first loop may show the same events. Only the result is needed here.
    }

    return turn.Result;
}

static void Show(string turn, SessionEvent received)
{
    if (received is AgentMessageEvent message)
    {
        Console.WriteLine($"{turn}: {message.Text}");
    }
}
