using System.Collections.Concurrent;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Running.Tools;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns.Runner;

/// <summary>Turns behind a proxy that cuts connections.</summary>
public sealed class BadLinkTurnTests : TurnTestBase
{
    private const int Turns = 20;
    private const int CallsPerTurn = 8;
    private const int MeanBytes = 2_000;

    private readonly ConcurrentDictionary<string, int> _runs = new(StringComparer.Ordinal);

    [Fact]
    public async Task Every_turn_completes_and_each_call_runs_and_is_answered_once()
    {
        Emulator.OnUserMessage("go")
            .InParallel(static calls =>
            {
                for (var call = 0; call < CallsPerTurn; call++)
                {
                    calls.CallCustomTool("pay");
                }
            })
            .Reply("done");
        var session = await SessionAsync(["pay"]);
        await using var proxy = new CuttingProxy(Emulator.BaseAddress, MeanBytes, seed: 1);
        using var client = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = Emulator.ApiKey, BaseAddress = proxy.Address }, timeProvider: TurnClock);
        var pay = TestTools.Of("pay", (arguments, _) =>
        {
            _runs.AddOrUpdate(((ToolCall)arguments.Context![typeof(ToolCall)]!).Id, 1, static (_, count) => count + 1);
            return Task.FromResult<object?>("paid");
        });

        for (var turn = 0; turn < Turns; turn++)
        {
            // The history is read from the time of the position on, so the turns must not all have the same time.
            Clock.Advance(TimeSpan.FromSeconds(1));
            var result = await client.Sessions.RunAsync(session.Id, "go", Options(pay)).Guarded();

            (result.Ending, result.Text).ShouldBe((TurnEnding.Completed, "done"), $"turn {turn}");
            result.UnknownOutcomes.ShouldBeEmpty();
        }

        var history = await AllAsync(Client.Sessions.Events.ListAsync(session.Id, new() { PageSize = 1000 }));
        var calls = history.OfType<AgentCustomToolUseEvent>().Select(static call => call.Id).ToList();
        calls.Count.ShouldBe(Turns * CallsPerTurn);
        _runs.Values.ShouldAllBe(static count => count == 1);
        _runs.Keys.Order(StringComparer.Ordinal).ShouldBe(calls.Order(StringComparer.Ordinal));
        history.OfType<UserCustomToolResultEvent>().Select(static result => result.CustomToolUseId).Order(StringComparer.Ordinal).ShouldBe(calls.Order(StringComparer.Ordinal));
        history.OfType<UserMessageEvent>().Count().ShouldBe(Turns);
        proxy.Cuts.ShouldBeGreaterThan(Turns);
    }
}
