using Managed.Agents.ContractDiff;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Managed.Agents.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class ContractTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_client_is_what_the_contract_says()
    {
        var verdict = await ContractJudge.OwnVerdict;

        output.WriteLine(verdict.Counts());
        RepositoryFiles.WriteArtifact("contract-counts.txt", verdict.Counts());
        foreach (var finding in verdict.Findings)
        {
            output.WriteLine(finding.ToString());
        }

        verdict.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_part_of_the_contract_came_through()
    {
        var verdict = await ContractJudge.OwnVerdict;

        foreach (var count in verdict.Parts)
        {
            count.Covered.ShouldBe(count.All, count.Part);
            count.Covered.ShouldBeGreaterThan(0, count.Part);
        }
    }

    [Fact]
    public async Task Nothing_is_exempt()
    {
        var verdict = await ContractJudge.OwnVerdict;

        verdict.Scope.ExemptOperations.ShouldBeEmpty();
        verdict.Scope.ExemptTypes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("BetaManagedAgentsSessionEvent", 42)]
    [InlineData("BetaManagedAgentsStreamSessionEvents", 44)]
    [InlineData("BetaManagedAgentsStreamSessionThreadEvents", 44)]
    [InlineData("BetaManagedAgentsEventParams", 7)]
    [InlineData("BetaWebhookEventData", 51)]
    public async Task Every_kind_of_event_came_through(string union, int kinds)
    {
        var verdict = await ContractJudge.OwnVerdict;
        var tags = verdict.Contract.Types[union].Tags.Keys.ToList();

        tags.Count.ShouldBe(kinds);
        tags.ShouldAllBe(tag => verdict.Coverage.IsMarked("variants", $"{union}: {tag}"));
    }

    [Fact]
    public async Task Every_kind_of_session_error_came_through()
    {
        const string place = "BetaManagedAgentsSessionErrorEvent.error";
        var verdict = await ContractJudge.OwnVerdict;
        var variants = Coverage.PartsOf(verdict.Contract, verdict.Contract.Types["BetaManagedAgentsSessionErrorEvent"]).Where(static entry => entry.Part == "variants").ToList();

        variants.Count.ShouldBe(15);
        variants.ShouldAllBe(variant => variant.Name.StartsWith(place, StringComparison.Ordinal) && verdict.Coverage.IsMarked("variants", variant.Name));
    }

    [Fact]
    public void Events_of_threads_are_the_events_of_sessions()
    {
        var map = ContractMap.LoadOwn();

        map.NamesOf("BetaManagedAgentsStreamSessionThreadEvents").ShouldBe(map.NamesOf("BetaManagedAgentsStreamSessionEvents"));
        map.NamesOf("BetaManagedAgentsStreamSessionThreadEvents").ShouldBe([nameof(SessionEvent)]);
    }

    [Fact]
    public async Task The_test_takes_less_than_a_minute() =>
        (await ContractJudge.OwnVerdict).Time.ShouldBeLessThan(TimeSpan.FromMinutes(1));

    [Fact]
    public void The_copy_counts_what_it_holds()
    {
        var contract = ContractFile.LoadOwn();

        contract.Operations.Count.ShouldBe(contract.Json["counts"]!["operations"]!.GetValue<int>());
        contract.Types.Count.ShouldBe(contract.Json["counts"]!["types"]!.GetValue<int>());
    }
}
