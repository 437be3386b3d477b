// An outcome instead of a message: a grader evaluates the work against a rubric, and the agent revises it until the rubric is satisfied.
using Managed.Agents;
using Outcome;

// With ANTHROPIC_API_KEY this talks to the real service. Without it, the same code talks to an emulator in this process.
await using var emulator = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { Length: > 0 } ? null : await ScriptedEmulator.StartAsync();
using var client = emulator?.CreateClient() ?? new ManagedAgentsClient();

var agent = await client.Agents.CreateAsync(new() { Name = "writer", Model = "claude-sonnet-5-5", Tools = [new AgentToolset()] });
var environment = await client.Environments.CreateAsync(new() { Name = $"outcome-{Guid.NewGuid():N}" });
var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, Title = "Release notes" });

var turn = client.Sessions.RunStreamingAsync(session.Id, new UserDefineOutcome
{
    Description = "Release notes of version 2.0 in release-notes.md",
    Rubric = "Every breaking change is listed with a migration. No more than 200 words.",
    MaxIterations = 4,
});
await foreach (var received in turn)
{
    switch (received)
    {
        case AgentMessageEvent message:
            Console.WriteLine(message.Text);
            break;
        case SpanOutcomeEvaluationEndEvent evaluation:
            Console.WriteLine($"  attempt {evaluation.Iteration + 1}: {evaluation.Result} ({evaluation.Explanation})");
            break;
    }
}

Console.WriteLine($"{turn.Result.Ending}: {turn.Result.Outcome} after {turn.Result.Evaluations.Count} attempts.");
