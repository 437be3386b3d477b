using Managed.Agents.Emulator;
using Managed.Agents.Tests.Framework;

namespace Managed.Agents.Tests.Running.Following.Chaos;

/// <summary>A session whose agent writes a few messages ahead of the consumer, over an unreliable connection.</summary>
internal sealed class ChaosSession : IAsyncDisposable
{
    /// <summary>A message is three events: the start of a model request, the message, and the end of the request.</summary>
    private const int MessagesPerTurn = 100;

    /// <summary>The number of messages that the agent may be ahead, so that some events are live and others are in the history.</summary>
    private const int MessagesAhead = 3;

    private readonly AgentsEmulator _emulator;
    private readonly SemaphoreSlim _permits = new(MessagesAhead);
    private readonly ManagedAgentsClient _reliable;

    private ChaosSession(AgentsEmulator emulator, ManagedAgentsClient reliable, string id)
    {
        _emulator = emulator;
        _reliable = reliable;
        Id = id;
    }

    public string Id { get; }

    public Fault LostConnections { get; private set; } = null!;

    public static async Task<ChaosSession> StartAsync(int seed)
    {
        var emulator = await AgentsEmulator.StartAsync(new AgentsEmulatorOptions { Seed = seed });
        var reliable = emulator.CreateClient();
        var agent = await reliable.Agents.CreateAsync(new() { Name = "talker", Model = "claude-sonnet-5-5" });
        var environment = await reliable.Environments.CreateAsync(new() { Name = "chaos" });
        var session = await reliable.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
        var chaos = new ChaosSession(emulator, reliable, session.Id);
        var script = emulator.OnAnyUserMessage();
        for (var i = 0; i < MessagesPerTurn; i++)
        {
            var number = i;
            script.WaitFor(token => chaos._permits.WaitAsync(token)).Reply(turn => $"message {number}");
        }

        chaos.SetFaults();
        return chaos;
    }

    /// <summary>Creates a client with an accelerated clock, so that idle timeouts and delays end soon.</summary>
    public ManagedAgentsClient CreateClient() => _emulator.CreateClient(
        static options =>
        {
            options.Timeout = Timeout.InfiniteTimeSpan;
            options.StreamOpenTimeout = Timeout.InfiniteTimeSpan;
            options.StreamIdleTimeout = TimeSpan.FromMinutes(5);
        },
        new AcceleratedTimeProvider());

    /// <summary>Allows the agent to write another message.</summary>
    public void AllowNext() => _permits.Release();

    public Task SendAsync(string text) => _reliable.Sessions.Events.SendAsync(Id, text);

    /// <summary>Ends the session. Its last event is that it is terminated.</summary>
    public async Task EndAsync()
    {
        await _reliable.Sessions.WaitUntilIdleAsync(Id);
        await _reliable.Sessions.ArchiveAsync(Id);
    }

    /// <summary>Returns the complete history.</summary>
    public async Task<List<SessionEvent>> HistoryAsync()
    {
        _emulator.Faults.Clear();
        var history = new List<SessionEvent>();
        await foreach (var stored in _reliable.Sessions.Events.ListAsync(Id, new() { PageSize = 1000 }))
        {
            history.Add(stored);
        }

        return history;
    }

    public async ValueTask DisposeAsync()
    {
        _reliable.Dispose();
        await _emulator.DisposeAsync();
        _permits.Dispose();
    }

    private void SetFaults()
    {
        var faults = _emulator.Faults;
        LostConnections = faults.OnStreams().AfterBytes(1, 1_500).Cut();
        faults.OnStreams().Rate(0.01).AfterEvents(0, 20).Stall();
        faults.OnStreams().Rate(0.02).AfterEvents(0, 20).Fail("overloaded_error");
        faults.OnStreams().Rate(0.02).AfterEvents(0, 20).End();
        faults.OnStreams().Rate(0.1).Split(1, 64);
        faults.OnEvents().Rate(0.02).Duplicate();
        faults.OnEvents("user.message").Rate(0.5).ShowQueued();
        faults.OnEvents().Rate(0.01).AddField();
        faults.OnEvents("agent.message").Rate(0.002).CorruptJson();
        faults.OnHistory().Rate(0.3).Delay(TimeSpan.FromMilliseconds(5));
        faults.OnHistory().Rate(0.1).InsertEmptyPages();
    }
}
