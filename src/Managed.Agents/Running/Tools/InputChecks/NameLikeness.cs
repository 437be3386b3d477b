namespace Managed.Agents;

/// <summary>Finds out whether a name is probably a misspelling of another one.</summary>
internal static class NameLikeness
{
    private const int MaxLength = 64;

    /// <summary>Whether the names differ only in separators, case, or few characters.</summary>
    public static bool Resembles(string one, string other)
    {
        var (first, second) = (Letters(one), Letters(other));
        return first.Length is > 0 and <= MaxLength && second.Length is > 0 and <= MaxLength
            && Distance(first, second) <= Math.Min(first.Length, second.Length) / 4;
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // The number of characters to insert, remove or replace.
    private static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var row = 1; row <= one.Length; row++)
        {
            var current = new int[other.Length + 1];
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var replaced = previous[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
