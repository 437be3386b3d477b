using System.Text;

namespace Managed.Agents.Emulator;

/// <summary>A position in a list that is sorted by text: the last text that was returned. Opaque to clients.</summary>
internal static class TextCursor
{
    private const string Prefix = "page_";

    public static string Create(string list, string last) =>
        Prefix + Convert.ToHexString(Encoding.UTF8.GetBytes($"{list}|{last}"));

    public static string Parse(string cursor, string list)
    {
        try
        {
            var text = cursor.StartsWith(Prefix, StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromHexString(cursor.AsSpan(Prefix.Length))) : "";
            if (text.StartsWith(list + "|", StringComparison.Ordinal))
            {
                return text[(list.Length + 1)..];
            }
        }
        catch (FormatException)
        {
            // Rejected below like every other invalid cursor.
        }

        throw ApiError.InvalidRequest("page: not a valid cursor of this list.");
    }
}
