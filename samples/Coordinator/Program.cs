// A coordinator with two sub-agents. Deployment (when definitions change) and running (per task) are separate steps. A manifest connects them.
using Coordinator;
using Managed.Agents;
using Managed.Agents.Emulator;

// With ANTHROPIC_API_KEY this talks to the real service. Without it, the same code talks to an emulator whose agents are scripted.
await using var emulator = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { Length: > 0 } ? null : await AgentsEmulator.StartAsync();
emulator?.OnAnyUserMessage("Analysis Lead")
    .DelegateAll(static tasks => tasks
        .To("Researcher", "Find last year's revenue by region.", static work => work.UseTool("web_search", """{"query": "revenue by region"}""", "EMEA 41, APAC 22").Reply("EMEA 41 M, APAC 22 M."))
        .To("Report Writer", "Prepare a workbook for revenue by region.", static work => work.Reply("regions.xlsx is ready for the figures.")))
    .Reply("regions.xlsx: EMEA 41 M, APAC 22 M.");
using var client = emulator?.CreateClient() ?? new ManagedAgentsClient();

// Deploy. The second deployment shows that unchanged agents are skipped.
var path = Path.Combine(Path.GetTempPath(), $"manifest-{Environment.ProcessId}.json");
await DeployStep.RunAsync(client, path);
await DeployStep.RunAsync(client, path);

// Run. This needs only the manifest.
var manifest = await Manifest.LoadAsync(path);
var session = await client.Sessions.CreateAsync(new()
{
    Agent = new AgentReference(manifest.Agents["Analysis Lead"].Id, manifest.Agents["Analysis Lead"].Version),
    EnvironmentId = manifest.EnvironmentId,
});
var turn = client.Sessions.RunStreamingAsync(session.Id, "A workbook with last year's revenue by region, please.");
await foreach (var received in turn)
{
    switch (received)
    {
        case SessionThreadCreatedEvent thread:
            Console.WriteLine($"  + {thread.AgentName} ({thread.SessionThreadId})");
            break;
        case AgentThreadMessageSentEvent message:
            Console.WriteLine($"  → {message.ToAgentName}: {message.Text}");
            break;
        case AgentThreadMessageReceivedEvent message:
            Console.WriteLine($"  ← {message.FromAgentName}: {message.Text}");
            break;
        case AgentMessageEvent message:
            Console.WriteLine(message.Text);
            break;
    }
}

Console.WriteLine(turn.Result.Ending);
File.Delete(path);
