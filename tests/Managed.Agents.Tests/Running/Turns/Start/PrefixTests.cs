using System.Collections.Concurrent;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>
/// A turn is resumed after each prefix of each recorded history. The calls that run are those that are open at its end, each once, whatever
/// the store holds, and whichever view shows the newest events first.
/// </summary>
public sealed class PrefixTests
{
    /// <summary>By how many events the two views may differ. A position does not remember more.</summary>
    private const int MaxLate = 32;

    public static TheoryData<string> Histories => Theories.Of(RecordedHistories.All.Select(static one => one.Name));

    [Fact]
    public void There_are_at_least_40_histories() => RecordedHistories.All.Select(static one => one.Name).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThanOrEqualTo(40);

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task The_calls_that_run_are_those_open_at_the_end_each_once(string name)
    {
        var failures = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(CasesOf(RecordedHistories.All.Single(one => one.Name == name)), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) =>
        {
            try
            {
                await one.RunAsync();
            }
            catch (Exception failure)
            {
                failures.Enqueue($"{one}: {failure.Message}");
            }
        });
        failures.ShouldBeEmpty();
    }

    private static IEnumerable<PrefixCase> CasesOf(RecordedHistory history)
    {
        var random = new Random(1);
        var count = history.Events.Count;
        foreach (var first in Enum.GetValues<FirstView>())
        {
            foreach (var store in Enum.GetValues<StoreState>())
            {
                foreach (var start in Prefixes(count, random))
                {
                    yield return new PrefixCase(history, count, start, random.Next(Math.Min(count - start, MaxLate) + 1), first, store, random.Next(60));
                }

                yield return new PrefixCase(history, count, null, random.Next(Math.Min(count, MaxLate) + 1), first, store, random.Next(60));
            }
        }
    }

    // The end of a long history, and some of the other prefixes.
    private static IEnumerable<int> Prefixes(int count, Random random) =>
        Enumerable.Range(0, count + 1).Where(start => count <= 30 || start > count - 12 || random.Next(count) < 12);
}
