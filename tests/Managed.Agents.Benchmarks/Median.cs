namespace Managed.Agents.Benchmarks;

internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median of the ratios per round, because both measurements of a round are taken under the same load.</summary>
    public static double OfRatios(IEnumerable<double> ours, IEnumerable<double> theirs) => Of(ours.Zip(theirs, (a, b) => a / b));
}
