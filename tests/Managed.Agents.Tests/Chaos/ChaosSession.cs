using Managed.Agents.Emulator;
using Managed.Agents.Tests.Framework;

namespace Managed.Agents.Tests.Chaos;

/// <summary>A session that talks until it has told enough, a few messages ahead of who listens, over a wire on which everything goes wrong.</summary>
internal sealed class ChaosSession : IAsyncDisposable
{
    /// <summary>A message is three events: a model request begins, says something, ends.</summary>
    private const int MessagesPerTurn = 100;

    /// <summary>How far the agent may be ahead, so that some events are live and others are history.</summary>
    private const int Ahead = 3;

    private readonly AgentsEmulator _emulator;
    private readonly SemaphoreSlim _permits = new(Ahead);
    private readonly ManagedAgentsClient _calm;

    private ChaosSession(AgentsEmulator emulator, ManagedAgentsClient calm, string id)
    {
        _emulator = emulator;
        _calm = calm;
        Id = id;
    }

    public string Id { get; }

    public Fault Cuts { get; private set; } = null!;

    public static async Task<ChaosSession> StartAsync(int seed)
    {
        var emulator = await AgentsEmulator.StartAsync(new AgentsEmulatorOptions { Seed = seed });
        var calm = emulator.CreateClient();
        var agent = await calm.Agents.CreateAsync(new() { Name = "talker", Model = "claude-sonnet-5-5" });
        var environment = await calm.Environments.CreateAsync(new() { Name = "chaos" });
        var session = await calm.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
        var chaos = new ChaosSession(emulator, calm, session.Id);
        var script = emulator.OnAnyUserMessage();
        for (var i = 0; i < MessagesPerTurn; i++)
        {
            var number = i;
            script.WaitFor(token => chaos._permits.WaitAsync(token)).Reply(turn => $"message {number}");
        }

        chaos.SetFaults();
        return chaos;
    }

    /// <summary>A client for which minutes are milliseconds: silence is noticed and waits are over soon.</summary>
    public ManagedAgentsClient CreateClient() => _emulator.CreateClient(
        static options =>
        {
            options.Timeout = Timeout.InfiniteTimeSpan;
            options.StreamOpenTimeout = Timeout.InfiniteTimeSpan;
            options.StreamIdleTimeout = TimeSpan.FromMinutes(5);
        },
        new FastTimeProvider());

    /// <summary>Who listens has read a message: the agent may say another.</summary>
    public void Heard() => _permits.Release();

    public Task SayAsync(string text) => _calm.Sessions.Events.SendAsync(Id, text);

    /// <summary>Ends the session; the last thing it says is that it is terminated.</summary>
    public async Task EndAsync()
    {
        await _calm.Sessions.WaitUntilIdleAsync(Id);
        await _calm.Sessions.ArchiveAsync(Id);
    }

    /// <summary>What really happened.</summary>
    public async Task<List<SessionEvent>> HistoryAsync()
    {
        _emulator.Faults.Clear();
        var history = new List<SessionEvent>();
        await foreach (var stored in _calm.Sessions.Events.ListAsync(Id, new() { PageSize = 1000 }))
        {
            history.Add(stored);
        }

        return history;
    }

    public async ValueTask DisposeAsync()
    {
        _calm.Dispose();
        await _emulator.DisposeAsync();
        _permits.Dispose();
    }

    private void SetFaults()
    {
        var faults = _emulator.Faults;
        Cuts = faults.OnStreams().AfterBytes(1, 1_500).Cut();
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
