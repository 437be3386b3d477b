using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns.Rules;

/// <summary>Random sequences of facts. A turn ends, or waits for something that will report back, and runs no call twice.</summary>
public sealed class TurnTerminationTests
{
    [Fact]
    public void Every_sequence_of_facts_ends_or_waits_for_a_named_reason()
    {
        for (var seed = 0; seed < 100_000; seed++)
        {
            var turn = new RandomTurn(seed);
            Should.NotThrow(() => turn.Run(steps: seed % 60), $"seed {seed}");
            turn.State.IsFinished.ShouldBeTrue($"seed {seed} waits for {turn.State.WaitsFor}");
        }
    }
}
