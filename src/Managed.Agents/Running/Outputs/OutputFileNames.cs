using System.Collections.Frozen;
using System.Text;

namespace Managed.Agents;

/// <summary>Creates safe local file names from untrusted names.</summary>
internal static class OutputFileNames
{
    private const int MaxLength = 120;

    // File systems allow 255 bytes. Suffixes for uniqueness and for temporary files need some of them.
    private const int MaxBytes = 200;

    // Forbidden on at least one operating system, so that files can be moved between systems.
    private static readonly FrozenSet<char> Forbidden = "<>:\"|?*".ToFrozenSet();

    private static readonly FrozenSet<string> Devices = new[] { "CON", "PRN", "AUX", "NUL" }
        .Concat(Enumerable.Range(1, 9).SelectMany(static number => new[] { $"COM{number}", $"LPT{number}" }))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns a name for each file. The names are unique, ignoring case.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<FileMetadata> files)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. files.Select(file => MakeUnique(Sanitize(file.FileName, Sanitize(file.Id, "output")), used))];
    }

    /// <summary>Returns the last segment of a name without characters and forms that have a special meaning.</summary>
    public static string Sanitize(string name, string fallback)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(last.Select(static c => char.IsControl(c) || Forbidden.Contains(c) ? '_' : c)).TrimEnd(' ', '.').TrimStart(' ');
        if (safe.Length > MaxLength || Encoding.UTF8.GetByteCount(safe) > MaxBytes)
        {
            var ending = Path.GetExtension(safe) is { Length: < 20 } some ? some : "";
            safe = Cut(safe, MaxLength - ending.Length, MaxBytes - Encoding.UTF8.GetByteCount(ending)) + ending;
        }

        return safe.Length == 0 ? fallback : Devices.Contains(safe.Split('.')[0].TrimEnd()) ? "_" + safe : safe;
    }

    /// <summary>Returns the start of a text, without splitting a character.</summary>
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

    private static string MakeUnique(string name, HashSet<string> used)
    {
        var free = name;
        for (var number = 2; !used.Add(free); number++)
        {
            free = $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}";
        }

        return free;
    }
}
