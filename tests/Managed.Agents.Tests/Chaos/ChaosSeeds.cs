using System.Globalization;
using Xunit;

namespace Managed.Agents.Tests.Chaos;

/// <summary>The seeds that the chaos tests run with: five, or those that <c>MANAGED_AGENTS_CHAOS_SEEDS</c> names (<c>7</c>, or <c>1-200</c>).</summary>
internal static class ChaosSeeds
{
    public const string Variable = "MANAGED_AGENTS_CHAOS_SEEDS";

    public static TheoryData<int> All
    {
        get
        {
            var range = (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : "1-5").Split('-');
            var first = int.Parse(range[0], CultureInfo.InvariantCulture);
            var last = int.Parse(range[^1], CultureInfo.InvariantCulture);
            var seeds = new TheoryData<int>();
            for (var seed = first; seed <= last; seed++)
            {
                seeds.Add(seed);
            }

            return seeds;
        }
    }
}
