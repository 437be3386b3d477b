namespace Managed.Agents;

/// <summary>One difference between an input and its schema. The texts name places and expectations, never values of the input.</summary>
/// <param name="Path">The place in the input.</param>
/// <param name="Text">What is wrong, as the rest of a sentence that begins with the path.</param>
internal sealed record InputProblem(InputPath Path, string Text)
{
    private const int MaxExpectations = 20;

    /// <summary>The kinds or values that are allowed at the place, if that is the problem.</summary>
    public IReadOnlyList<string> Expected { get; private init; } = [];

    /// <summary>Whether the problem is that the schema lists the allowed values, and the input has another value of the right kind.</summary>
    public bool IsValue { get; private init; }

    /// <param name="path">The place in the input.</param>
    /// <param name="expected">The allowed kinds as words, or the allowed values as JSON.</param>
    /// <param name="isValue">Whether they are values.</param>
    public static InputProblem Mismatch(InputPath path, IEnumerable<string> expected, bool isValue = false)
    {
        var all = expected.Distinct(StringComparer.Ordinal).ToList();
        var text = all.Count switch
        {
            0 => "is not allowed",
            1 => $"must be {all[0]}",
            > MaxExpectations => "must be one of the values that the schema lists",
            _ => $"must be {string.Join(", ", all.Take(all.Count - 1))} or {all[^1]}",
        };
        return new InputProblem(path, text) { Expected = all, IsValue = isValue };
    }

    public override string ToString() => $"{Path} {Text}";
}
