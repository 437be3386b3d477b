using System.Globalization;
using Xunit;

namespace Managed.Agents.Tests.Running.Following.Chaos;

/// <summary>The seeds of the chaos tests. Default: 1 to 5. <c>MANAGED_AGENTS_CHAOS_SEEDS</c> sets others, for example <c>7</c> or <c>1-200</c>.</summary>
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
