using System.Buffers;

namespace Managed.Agents;

/// <summary>Finds the ends of JSON values by their quotes and brackets. Nothing else is checked, so it also works for JSON that cannot be parsed.</summary>
internal static class JsonBytes
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[],"u8);

    /// <summary>Returns the index after the closing quote of the string that starts at an index, or -1 if the string does not end.</summary>
    public static int EndOfString(ReadOnlySpan<byte> json, int start)
    {
        for (var at = start + 1; at < json.Length;)
        {
            var length = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (length < 0)
            {
                return -1;
            }

            at += length;
            if (json[at] == '"')
            {
                return at + 1;
            }

            at += 2;
        }

        return -1;
    }

    /// <summary>Whether JSON ends before its last string, object or array does.</summary>
    public static bool IsTruncated(ReadOnlySpan<byte> json)
    {
        var depth = 0;
        for (var at = NextStructure(json, 0); at < json.Length; at = NextStructure(json, at))
        {
            if (json[at] == '"')
            {
                at = EndOfString(json, at);
                if (at < 0)
                {
                    return true;
                }
            }
            else
            {
                depth += DepthChange(json[at++]);
            }
        }

        return depth > 0;
    }

    /// <summary>Reads the next item of an array.</summary>
    /// <param name="json">The JSON after the opening bracket of the array.</param>
    /// <param name="at">The index where the item starts. Set to the index after the item and its comma, or to the closing bracket of the array.</param>
    /// <param name="item">The item without the white space around it. Empty if there is none, for example in an empty array.</param>
    /// <param name="isLast">Whether the array ends after the item.</param>
    /// <returns>False if the JSON ends within the array.</returns>
    public static bool TryReadItem(ReadOnlySpan<byte> json, ref int at, out ReadOnlySpan<byte> item, out bool isLast)
    {
        var start = at;
        var depth = 0;
        for (var end = NextStructure(json, at); end < json.Length; end = NextStructure(json, end))
        {
            var found = json[end];
            if (found == '"')
            {
                end = EndOfString(json, end);
                if (end < 0)
                {
                    break;
                }

                continue;
            }

            if (depth == 0 && (found is (byte)',' or (byte)']'))
            {
                item = json[start..end].Trim(" \t\r\n"u8);
                isLast = found == ']';
                at = isLast ? end : end + 1;
                return true;
            }

            depth = Math.Max(0, depth + DepthChange(found));
            end++;
        }

        item = default;
        isLast = false;
        return false;
    }

    private static int NextStructure(ReadOnlySpan<byte> json, int from)
    {
        var length = from < json.Length ? json[from..].IndexOfAny(Structure) : -1;
        return length < 0 ? json.Length : from + length;
    }

    private static int DepthChange(byte bracket) => bracket switch
    {
        (byte)'{' or (byte)'[' => 1,
        (byte)'}' or (byte)']' => -1,
        _ => 0,
    };
}
