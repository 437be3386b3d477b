using System.Net;
using Managed.Agents.Emulator;
using Managed.Agents.Testing;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Framework;

/// <summary>The base class of tests with their own emulator and a client for it.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    /// <summary>The clock of the emulator, which moves only when a test advances it.</summary>
    private protected ManualTimeProvider Clock { get; } = new();

    protected AgentsEmulator Emulator { get; private set; } = null!;

    protected ManagedAgentsClient Client { get; private set; } = null!;

    /// <summary>The clock of the client.</summary>
    protected virtual TimeProvider ClientClock => TimeProvider.System;

    public virtual async Task InitializeAsync()
    {
        Emulator = await AgentsEmulator.StartAsync(new AgentsEmulatorOptions { TimeProvider = Clock });
        Client = Emulator.CreateClient(timeProvider: ClientClock);
    }

    public virtual async Task DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }

    protected async Task<Agent> CreateAgentAsync(params IReadOnlyList<AgentTool> tools) =>
        await Client.Agents.CreateAsync(new() { Name = "tester", Model = "claude-sonnet-5-5", Tools = tools.Count == 0 ? [new AgentToolset()] : tools });

    protected async Task<Session> CreateSessionAsync(params IReadOnlyList<AgentTool> tools)
    {
        var agent = await CreateAgentAsync(tools);
        var environment = await Client.Environments.CreateAsync(new() { Name = $"env-{Guid.NewGuid():N}" });
        return await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
    }

    /// <summary>Sends an input and reads events until the session is idle.</summary>
    protected async Task<List<SessionEvent>> TurnAsync(string sessionId, SessionInput input)
    {
        await using var stream = await Client.Sessions.Events.StreamAsync(sessionId);
        await Client.Sessions.Events.SendAsync(sessionId, input);
        return await UntilIdleAsync(stream);
    }

    protected static async Task<List<SessionEvent>> UntilIdleAsync(IAsyncEnumerable<SessionEvent> stream)
    {
        var events = new List<SessionEvent>();
        await foreach (var received in stream)
        {
            events.Add(received);
            if (received is SessionStatusIdleEvent)
            {
                break;
            }
        }

        return events;
    }

    /// <summary>Waits until the session is no longer running. Directly after an idle event its status can still be running.</summary>
    protected async Task<Session> SettledAsync(string sessionId)
    {
        Session session;
        do
        {
            session = await Client.Sessions.GetAsync(sessionId);
        }
        while (session.Status == SessionStatus.Running);

        return session;
    }

    protected static async Task<ManagedAgentsApiException> FailsAsync(HttpStatusCode status, ApiErrorType type, Func<Task> call)
    {
        var error = await Should.ThrowAsync<ManagedAgentsApiException>(call);
        error.StatusCode.ShouldBe(status, error.Message);
        error.ErrorType.ShouldBe(type, error.Message);
        error.RequestId.ShouldNotBeNullOrEmpty();
        error.MayHaveTakenEffect.ShouldBeFalse();
        return error;
    }

    protected static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }
}
