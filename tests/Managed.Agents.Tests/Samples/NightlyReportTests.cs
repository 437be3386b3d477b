using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Samples;

[Collection(EnvironmentVariables.Name)]
public sealed class NightlyReportTests
{
    [Fact]
    public async Task The_sample_reports_every_morning_at_six_until_a_run_fails_and_continues_after_the_fix()
    {
        const string Report = "Two new tickets. 1207 (login fails) is urgent, 1208 (invoice sent twice) can wait.";

        var lines = await SampleRun.LinesAsync("NightlyReport");

        lines.ShouldContain("  2026-10-28 06:00 +01:00");
        lines.Where(static line => line.EndsWith(Report, StringComparison.Ordinal)).ShouldBe([
            $"2026-10-26 06:00 +01:00: {Report}",
            $"2026-10-25 06:00 +01:00: {Report}",
            $"2026-10-24 06:00 +02:00: {Report}",
            $"manual run: {Report}",
        ]);
        lines.ShouldContain("ticket-report is paused: environment_archived_error");
        lines.ShouldContain(static line => line.StartsWith("2026-10-27 06:00 +01:00: Environment env_", StringComparison.Ordinal));
    }
}
