using System.Text;
using Managed.Agents.Tests.Conventions;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns.Rules;

/// <summary>
/// The rules of a turn as a table: for each state and each fact, the effects and the next state. The table is a checked-in file, which is
/// compared, and which is reviewed when it changes. With the environment variable <c>MANAGED_AGENTS_UPDATE_TABLES=1</c>, it is written.
/// </summary>
public sealed class TurnRulesTableTests
{
    private static string Path => System.IO.Path.Combine(Repository.Root, "tests", "Managed.Agents.Tests", "Running", "Turns", "Rules", "TurnRules.table.txt");

    [Fact]
    public void Each_fact_has_the_listed_effects_in_each_state()
    {
        var table = Write();
        if (Environment.GetEnvironmentVariable("MANAGED_AGENTS_UPDATE_TABLES") == "1")
        {
            File.WriteAllText(Path, table);
        }

        table.ShouldBe(File.ReadAllText(Path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_finished_turn_ignores_every_fact()
    {
        var finished = RuleStates.All.Single(static one => one.Name == "finished").State;
        finished.IsFinished.ShouldBeTrue();
        foreach (var (name, fact) in RuleFacts.All)
        {
            var (state, effects) = TurnRules.Apply(finished, fact);
            state.ShouldBeSameAs(finished, name);
            effects.ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Nothing_is_started_while_the_feed_is_behind()
    {
        foreach (var (name, state) in RuleStates.All.Where(static one => one.State.IsBehind))
        {
            foreach (var (fact, given) in RuleFacts.All.Where(static one => one.Fact is TurnFact.Received { IsReplayed: true }))
            {
                TurnRules.Apply(state, given).Effects.ShouldAllBe(static effect => effect is TurnEffect.Yield || effect is TurnEffect.Finish, $"{name}: {fact}");
            }
        }
    }

    private static string Write()
    {
        var table = new StringBuilder();
        foreach (var (name, state) in RuleStates.All)
        {
            table.Append(name).Append(": ").Append(RuleText.Of(state)).Append('\n');
            foreach (var (fact, given) in RuleFacts.All)
            {
                var (next, effects) = TurnRules.Apply(state, given);
                var change = RuleText.Of(next) == RuleText.Of(state) ? "" : " => " + RuleText.Of(next);
                table.Append("  ").Append(fact).Append(": ").AppendJoin(", ", effects.Count == 0 ? ["-"] : effects.Select(RuleText.Of)).Append(change).Append('\n');
            }

            table.Append('\n');
        }

        return table.ToString();
    }
}
