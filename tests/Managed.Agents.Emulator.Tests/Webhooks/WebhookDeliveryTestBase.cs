using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The base class of tests of webhook deliveries. It has an emulator with a clock that the test advances, and a client.</summary>
public abstract class WebhookDeliveryTestBase : IAsyncLifetime
{
    // Turns a hang into a failure.
    private protected static readonly TimeSpan TestTimeout = TimeSpan.FromMinutes(1);

    private protected ManualTimeProvider Clock { get; } = new();

    private protected AgentsEmulator Emulator { get; private set; } = null!;

    private protected ManagedAgentsClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Emulator = await AgentsEmulator.StartAsync(new AgentsEmulatorOptions { TimeProvider = Clock });
        Client = Emulator.CreateClient();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }

    private protected async Task<string> SessionAsync(params IReadOnlyList<Managed.Agents.AgentTool> tools)
    {
        var agent = await Client.Agents.CreateAsync(new() { Name = "a", Model = "claude-sonnet-5-5", Tools = tools });
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });
        return (await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id })).Id;
    }

    private protected async Task TurnAsync(string session, string text)
    {
        await using var stream = await Client.Sessions.Events.StreamAsync(session);
        await Client.Sessions.Events.SendAsync(session, text);
        await foreach (var received in stream)
        {
            if (received is SessionStatusIdleEvent)
            {
                break;
            }
        }
    }

    // The timer of the next attempt is set after the last attempt completed. Then the clock can be advanced past it.
    private protected async Task AdvanceAfterAsync(int attempts, TimeSpan time)
    {
        await WaitForAttemptsAsync(attempts);
        await Clock.WaitForTimersAsync(1).WaitAsync(TestTimeout);
        Clock.Advance(time);
    }

    private protected Task WaitForAttemptsAsync(int count) => Emulator.Webhooks.WaitForAttemptsAsync(count).WaitAsync(TestTimeout);
}
