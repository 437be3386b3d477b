using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Samples;

[Collection(EnvironmentVariables.Name)]
public sealed class TurnSampleTests
{
    [Fact]
    public async Task CustomTools_deploys_to_staging_waits_for_a_decision_and_deploys_to_production()
    {
        var lines = await SampleRun.LinesAsync("CustomTools");

        lines.Where(static line => line.StartsWith("  ->", StringComparison.Ordinal)).ShouldBe(["  -> shop is live on staging.", "  -> shop is live on production."]);
        lines.ShouldContain("""  waiting for approval: deploy {"service":"shop","target":"production"}""");
        lines.ShouldContain("Completed: Done: shop is live on production.");
    }

    [Fact]
    public async Task Outcome_shows_each_attempt_and_the_result()
    {
        var lines = await SampleRun.LinesAsync("Outcome");

        lines.ShouldContain("  attempt 1: needs_revision (The renamed option has no migration.)");
        lines.ShouldContain("  attempt 2: satisfied (Complete, in 140 words.)");
        lines.ShouldContain("Completed: satisfied after 2 attempts.");
    }

    [Fact]
    public async Task Steering_interrupts_one_turn_and_completes_another()
    {
        var lines = await SampleRun.LinesAsync("Steering");

        lines.ShouldContain("first turn: Interrupted");
        lines.ShouldContain("second turn: Completed: Sales of 2026: up by 12 %.");
    }
}
