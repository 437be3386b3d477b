using System.Globalization;
using System.Text;

namespace Managed.Agents.Emulator;

/// <summary>A position in a list. Opaque to clients and only valid for the list and the order it was created for.</summary>
internal sealed record PageCursor(string List, bool Descending, bool Backwards, long Key, long Extra)
{
    public static PageCursor Parse(string text, string list, bool descending)
    {
        var cursor = TryParse(text);
        if (cursor is null || cursor.List != list)
        {
            throw ApiError.InvalidRequest("page: not a valid cursor of this list.");
        }

        return cursor.Descending == descending
            ? cursor
            : throw ApiError.InvalidRequest($"page: the cursor was created with order {(cursor.Descending ? "desc" : "asc")}; a cursor cannot change its order.");
    }

    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{List}|{(Descending ? 'd' : 'a')}|{(Backwards ? 'b' : 'f')}|{Key}|{Extra}");
        return "page_" + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static PageCursor? TryParse(string text)
    {
        if (!text.StartsWith("page_", StringComparison.Ordinal))
        {
            return null;
        }

        var base64 = text["page_".Length..].Replace('-', '+').Replace('_', '/');
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var length))
        {
            return null;
        }

        return Encoding.UTF8.GetString(bytes, 0, length).Split('|') is [var list, var order, var direction, var key, var extra]
            && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(extra, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var second)
                ? new PageCursor(list, order == "d", direction == "b", number, second)
                : null;
    }
}
