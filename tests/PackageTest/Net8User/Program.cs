// Everyday code of a user with .NET 8 and C# 12. Exits with 0 if every scenario gives the expected result.
using Managed.Agents.Emulator;
using Net8User;

using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
await using var emulator = await AgentsEmulator.StartAsync(cancellationToken: timeout.Token);
using var client = emulator.CreateClient();
Console.WriteLine($".NET {Environment.Version}, {client.GetType().Assembly.GetName()}");

(string Name, Func<Task> Run)[] scenarios =
[
    ("send a message and stream the events", () => SessionScenario.RunAsync(emulator, client, timeout.Token)),
    ("run a turn with tools", () => TurnScenario.RunAsync(emulator, client, timeout.Token)),
    ("pass arrays, lists and collection expressions", () => CollectionScenario.RunAsync(client, timeout.Token)),
    ("create clients from a service container", () => ContainerScenario.RunAsync(emulator, timeout.Token)),
    ("receive a webhook", () => WebhookScenario.RunAsync(timeout.Token)),
];
foreach (var (name, run) in scenarios)
{
    await run();
    Console.WriteLine($"Passed: {name}");
}
