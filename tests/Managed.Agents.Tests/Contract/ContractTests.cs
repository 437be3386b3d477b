using Managed.Agents.ContractDiff;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Managed.Agents.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class ContractTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_client_matches_the_contract()
    {
        var report = await ContractChecker.OwnReport;

        output.WriteLine(report.Counts());
        RepositoryFiles.WriteArtifact("contract-counts.txt", report.Counts());
        foreach (var finding in report.Findings)
        {
            output.WriteLine(finding.ToString());
        }

        report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_part_of_the_contract_is_covered()
    {
        var report = await ContractChecker.OwnReport;

        foreach (var count in report.Parts)
        {
            count.Covered.ShouldBe(count.All, count.Part);
            count.Covered.ShouldBeGreaterThan(0, count.Part);
        }
    }

    [Fact]
    public async Task Nothing_is_exempt()
    {
        var report = await ContractChecker.OwnReport;

        report.Scope.ExemptOperations.ShouldBeEmpty();
        report.Scope.ExemptTypes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("BetaManagedAgentsSessionEvent", 42)]
    [InlineData("BetaManagedAgentsStreamSessionEvents", 44)]
    [InlineData("BetaManagedAgentsStreamSessionThreadEvents", 44)]
    [InlineData("BetaManagedAgentsEventParams", 7)]
    [InlineData("BetaWebhookEventData", 51)]
    public async Task Every_kind_of_event_is_covered(string union, int kinds)
    {
        var report = await ContractChecker.OwnReport;
        var tags = report.Contract.Types[union].Tags.Keys.ToList();

        tags.Count.ShouldBe(kinds);
        tags.ShouldAllBe(tag => report.Coverage.IsMarked("variants", $"{union}: {tag}"));
    }

    [Fact]
    public async Task Every_kind_of_session_error_is_covered()
    {
        const string place = "BetaManagedAgentsSessionErrorEvent.error";
        var report = await ContractChecker.OwnReport;
        var variants = Coverage.PartsOf(report.Contract, report.Contract.Types["BetaManagedAgentsSessionErrorEvent"]).Where(static entry => entry.Part == "variants").ToList();

        variants.Count.ShouldBe(15);
        variants.ShouldAllBe(variant => variant.Name.StartsWith(place, StringComparison.Ordinal) && report.Coverage.IsMarked("variants", variant.Name));
    }

    [Fact]
    public void Thread_events_are_session_events()
    {
        var map = ContractMap.LoadOwn();

        map.NamesOf("BetaManagedAgentsStreamSessionThreadEvents").ShouldBe(map.NamesOf("BetaManagedAgentsStreamSessionEvents"));
        map.NamesOf("BetaManagedAgentsStreamSessionThreadEvents").ShouldBe([nameof(SessionEvent)]);
    }

    [Fact]
    public async Task The_test_takes_less_than_a_minute() =>
        (await ContractChecker.OwnReport).Time.ShouldBeLessThan(TimeSpan.FromMinutes(1));

    [Fact]
    public void The_counts_of_the_contract_are_correct()
    {
        var contract = ContractFile.LoadOwn();

        contract.Operations.Count.ShouldBe(contract.Json["counts"]!["operations"]!.GetValue<int>());
        contract.Types.Count.ShouldBe(contract.Json["counts"]!["types"]!.GetValue<int>());
    }
}
