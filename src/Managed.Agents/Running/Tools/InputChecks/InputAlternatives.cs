namespace Managed.Agents;

/// <summary>Explains why a value matches none of several alternatives, by the one that was probably meant.</summary>
internal static class InputAlternatives
{
    /// <param name="failed">The problems of each alternative.</param>
    /// <param name="path">The place of the value.</param>
    public static IReadOnlyList<InputProblem> Explain(IReadOnlyList<IReadOnlyList<InputProblem>> failed, InputPath path)
    {
        // A value of the right kind says more about what was meant than one that is not even an object.
        var meant = failed.Where(problems => problems.All(problem => problem.Path != path || problem.Expected.Count == 0)).ToList();
        if (meant.Count == 0)
        {
            return [Merge(failed.SelectMany(static problems => problems).Where(problem => problem.Path == path))];
        }

        // Alternatives are often told apart by a property with a fixed value.
        var matching = meant.Where(static problems => !problems.Any(static problem => problem.IsValue)).ToList();
        if (matching.Count > 0)
        {
            return matching.MinBy(static problems => problems.Count)!;
        }

        var first = meant[0].First(static problem => problem.IsValue);
        return [Merge(meant.SelectMany(static problems => problems).Where(problem => problem.Path.ToString() == first.Path.ToString()))];
    }

    private static InputProblem Merge(IEnumerable<InputProblem> problems)
    {
        var all = problems.ToList();
        return InputProblem.Mismatch(all[0].Path, all.SelectMany(static problem => problem.Expected));
    }
}
