namespace Managed.Agents.Emulator;

/// <summary>Reads the top-level strings of a YAML front matter: plain, quoted, folded or block style. Nested values are ignored.</summary>
internal static class FrontMatter
{
    private const string Fence = "---";

    /// <returns>The fields, or null when there is no front matter.</returns>
    public static Dictionary<string, string>? Read(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, 1, static line => line.TrimEnd() == Fence);
        if (lines[0].TrimEnd() != Fence || end < 0)
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < end; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || char.IsWhiteSpace(lines[i][0]) || lines[i][0] == '#')
            {
                continue;
            }

            var more = lines[(i + 1)..end].TakeWhile(static line => line.Length == 0 || char.IsWhiteSpace(line[0])).Select(static line => line.Trim()).ToList();
            fields[lines[i][..colon].TrimEnd()] = Value(lines[i][(colon + 1)..].Trim(), more);
        }

        return fields;
    }

    private static string Value(string first, List<string> more) => first switch
    {
        ['|', ..] => string.Join('\n', more).Trim(),
        ['>', ..] => string.Join(' ', more).Trim(),
        ['"', .., '"'] when first.Length > 1 => first[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal),
        ['\'', .., '\''] when first.Length > 1 => first[1..^1].Replace("''", "'", StringComparison.Ordinal),
        _ => string.Join(' ', more.Prepend(first)).Trim(),
    };
}
