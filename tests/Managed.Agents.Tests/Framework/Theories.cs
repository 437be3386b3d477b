using Xunit;

namespace Managed.Agents.Tests.Framework;

/// <summary>Creates theory data from lists.</summary>
internal static class Theories
{
    public static TheoryData<T> Of<T>(IEnumerable<T> values)
    {
        var data = new TheoryData<T>();
        foreach (var value in values)
        {
            data.Add(value);
        }

        return data;
    }

    /// <summary>All combinations of the values of two lists.</summary>
    public static TheoryData<T1, T2> Each<T1, T2>(IEnumerable<T1> first, IEnumerable<T2> second)
    {
        var data = new TheoryData<T1, T2>();
        foreach (var (one, other) in first.SelectMany(_ => second, static (one, other) => (one, other)))
        {
            data.Add(one, other);
        }

        return data;
    }
}
