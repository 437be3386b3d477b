using System.Globalization;
using System.Text;

namespace Managed.Agents.Emulator;

/// <summary>The rules for memory paths. They are absolute, and no segment is empty, <c>.</c> or <c>..</c>.</summary>
internal static class MemoryPath
{
    private const int MaxSegments = 20;
    private const int MaxBytes = 1_024;

    public static string Check(string path)
    {
        Require(path.StartsWith('/'), "must begin with /");
        Require(Encoding.UTF8.GetByteCount(path) <= MaxBytes, $"must have at most {MaxBytes} bytes");
        Require(!path.EnumerateRunes().Any(IsHidden), "must not contain control or format characters or line separators");
        Require(path.IsNormalized(NormalizationForm.FormC), "must be in Unicode normalization form C");
        var segments = path[1..].Split('/');
        Require(segments.Length <= MaxSegments, $"must have at most {MaxSegments} segments");
        Require(!segments.Any(static segment => segment is "" or "." or ".."), "must not contain segments that are empty, . or ..");
        return path;
    }

    public static string? CheckPrefix(string? prefix) => prefix is null || (prefix.StartsWith('/') && prefix.EndsWith('/'))
        ? prefix
        : throw ApiError.InvalidRequest("path_prefix: must begin and end with /.");

    /// <summary>Returns whether two paths cannot exist in the same store: they are equal, or one is a folder of the other.</summary>
    public static bool Conflict(string one, string other) => one == other || IsUnder(one, other) || IsUnder(other, one);

    private static bool IsUnder(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw ApiError.InvalidRequest($"path: {rule}.");
        }
    }
}
