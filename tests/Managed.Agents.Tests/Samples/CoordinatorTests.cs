using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Samples;

[Collection(EnvironmentVariables.Name)]
public sealed class CoordinatorTests
{
    [Fact]
    public async Task The_sample_deploys_what_changed_and_shows_its_threads_at_work()
    {
        var lines = await SampleRun.LinesAsync("Coordinator");

        lines.ShouldContain("Researcher: version 1");
        lines.ShouldContain("Analysis Lead: unchanged, version 1");
        lines.ShouldContain(static line => line.StartsWith("  + Researcher (sthr_", StringComparison.Ordinal));
        lines.ShouldContain("  → Researcher: Find last year's revenue by region.");
        lines.ShouldContain("  ← Researcher: EMEA 41 M, APAC 22 M.");
        lines.ShouldContain("regions.xlsx: EMEA 41 M, APAC 22 M.");
    }
}
