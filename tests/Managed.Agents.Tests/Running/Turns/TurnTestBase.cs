using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Running.Tools;
using Microsoft.Extensions.AI;

namespace Managed.Agents.Tests.Running.Turns;

/// <summary>The base class of tests of turns on the emulator, with the default delays and timeouts on a virtual clock.</summary>
public abstract class TurnTestBase : EmulatorTest
{
    private protected DelaySkippingTimeProvider TurnClock { get; } = new();

    private protected InMemoryToolCallStore Store { get; } = new();

    protected override TimeProvider ClientClock => TurnClock;

    private protected TurnOptions Options(params AIFunction[] tools) => new() { Tools = tools, ToolCallStore = Store };

    private protected static AIFunction Tool(string name, Func<object?> run) => TestTools.Of(name, run);

    /// <summary>Creates a session whose agent has these custom tools and the built-in tools, which can ask before they run.</summary>
    private protected Task<Session> SessionAsync(IReadOnlyList<string> tools, bool asks = false) => CreateSessionAsync([
        new AgentToolset { DefaultConfig = new AgentToolsetDefaultConfig { PermissionPolicy = asks ? PermissionPolicy.AlwaysAsk : PermissionPolicy.AlwaysAllow } },
        .. tools.Select(static name => new CustomTool { Name = name, Description = "Does it.", InputSchema = JsonElement.Parse("""{"type":"object"}""") }),
    ]);

    /// <summary>Reads a turn to its end.</summary>
    private protected static async Task<List<SessionEvent>> ReadAsync(SessionTurn turn, CancellationToken cancellationToken = default)
    {
        var events = new List<SessionEvent>();
        await foreach (var received in turn.WithCancellation(cancellationToken))
        {
            events.Add(received);
        }

        return events;
    }

    /// <summary>Reads a turn up to the first event of a type.</summary>
    private protected static async Task ReadUntilAsync<T>(SessionTurn turn)
    {
        await foreach (var received in turn)
        {
            if (received is T)
            {
                break;
            }
        }
    }
}
