using System.Globalization;
using System.Text;

namespace Managed.Agents.Emulator;

/// <summary>The paths of memories: like those of files, with segments that are neither empty nor lead anywhere else.</summary>
internal static class MemoryPath
{
    private const int MaxSegments = 20;
    private const int MaxBytes = 1_024;

    public static string Check(string path)
    {
        Demand(path.StartsWith('/'), "must begin with /");
        Demand(Encoding.UTF8.GetByteCount(path) <= MaxBytes, $"must have at most {MaxBytes} bytes");
        Demand(!path.EnumerateRunes().Any(IsHidden), "must not hold control or format characters or line separators");
        Demand(path.IsNormalized(NormalizationForm.FormC), "must be in Unicode normalization form C");
        var segments = path[1..].Split('/');
        Demand(segments.Length <= MaxSegments, $"must have at most {MaxSegments} segments");
        Demand(!segments.Any(static segment => segment is "" or "." or ".."), "must not have segments that are empty, . or ..");
        return path;
    }

    public static string? CheckPrefix(string? prefix) => prefix is null || (prefix.StartsWith('/') && prefix.EndsWith('/'))
        ? prefix
        : throw ApiError.InvalidRequest("path_prefix: must begin and end with /.");

    /// <summary>Whether the two cannot be in one store: they are the same, or one would have to be a folder and a memory at once.</summary>
    public static bool Conflict(string one, string other) => one == other || IsUnder(one, other) || IsUnder(other, one);

    private static bool IsUnder(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void Demand(bool holds, string rule)
    {
        if (!holds)
        {
            throw ApiError.InvalidRequest($"path: {rule}.");
        }
    }
}
