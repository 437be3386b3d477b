using System.Collections.Frozen;
using System.Text;

namespace Managed.Agents;

/// <summary>Names for files on this machine, from names that somebody else gave them.</summary>
internal static class LocalNames
{
    private const int MaxLength = 120;

    // File systems count bytes, up to 255; what makes a name different or unfinished needs some of them.
    private const int MaxBytes = 200;

    // What one system allows another does not; a name that is safe everywhere can be moved everywhere.
    private static readonly FrozenSet<char> Forbidden = "<>:\"|?*".ToFrozenSet();

    private static readonly FrozenSet<string> Devices = new[] { "CON", "PRN", "AUX", "NUL" }
        .Concat(Enumerable.Range(1, 9).SelectMany(static number => new[] { $"COM{number}", $"LPT{number}" }))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name for each file, all different, also where upper and lower case are the same.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<FileMetadata> files)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. files.Select(file => Different(Safe(file.FileName, Safe(file.Id, "output")), used))];
    }

    /// <summary>The last segment of a name, without what could mean more than a name.</summary>
    public static string Safe(string name, string otherwise)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(last.Select(static c => char.IsControl(c) || Forbidden.Contains(c) ? '_' : c)).TrimEnd(' ', '.').TrimStart(' ');
        if (safe.Length > MaxLength || Encoding.UTF8.GetByteCount(safe) > MaxBytes)
        {
            var ending = Path.GetExtension(safe) is { Length: < 20 } some ? some : "";
            safe = Cut(safe, MaxLength - ending.Length, MaxBytes - Encoding.UTF8.GetByteCount(ending)) + ending;
        }

        return safe.Length == 0 ? otherwise : Devices.Contains(safe.Split('.')[0].TrimEnd()) ? "_" + safe : safe;
    }

    /// <summary>The beginning of a text, without half a character at its end.</summary>
    private static string Cut(string text, int maxLength, int maxBytes)
    {
        var (length, bytes) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes || length + rune.Utf16SequenceLength > maxLength)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    private static string Different(string name, HashSet<string> used)
    {
        var free = name;
        for (var number = 2; !used.Add(free); number++)
        {
            free = $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}";
        }

        return free;
    }
}
