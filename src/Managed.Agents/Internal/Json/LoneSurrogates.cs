using System.Text;
using System.Text.Unicode;

namespace Managed.Agents;

/// <summary>
/// Replaces halves of characters in the texts of JSON with U+FFFD: escaped lone surrogates such as <c>\ud83d</c>, which remain when a service
/// cuts a text, and bytes that are not UTF-8. The serializer cannot read a text with such a half.
/// </summary>
/// <remarks>
/// Field names, and the types, ids and cursors of the outermost object are not changed: they identify something, and two different ones could
/// become equal.
/// </remarks>
internal static class LoneSurrogates
{
    /// <summary>Decodes bytes that are not UTF-8 as an escaped lone surrogate, so that they are treated like one.</summary>
    private static readonly Encoding InvalidAsSurrogate = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\\udfff"));

    /// <summary>Returns the JSON of a response, repaired if necessary. The bytes that were received are not changed.</summary>
    public static byte[] Repair(byte[] json) => MayContain(json) ? Repair(json, out _) : json;

    /// <summary>Whether JSON contains a half of a character. It can be true for an escaped backslash in front of the same letters.</summary>
    public static bool MayContain(ReadOnlySpan<byte> json)
    {
        for (var rest = json; rest.IndexOf("\\u"u8) is >= 0 and var at;)
        {
            rest = rest[at..];
            var length = LengthOfPair(rest);
            if (length == 0)
            {
                return true;
            }

            rest = rest[length..];
        }

        return false;
    }

    /// <summary>Whether an event contains a half of a character, or bytes that are not UTF-8.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> received) => MayContain(received) || !Utf8.IsValid(received);

    /// <summary>Returns a repaired copy.</summary>
    /// <param name="received">The JSON as it was received.</param>
    /// <param name="isComplete">False if a field name, or a type, id or cursor, still contains a half.</param>
    public static byte[] Repair(ReadOnlySpan<byte> received, out bool isComplete)
    {
        var json = Utf8.IsValid(received) ? received.ToArray() : Encoding.UTF8.GetBytes(InvalidAsSurrogate.GetString(received));
        isComplete = true;
        var depth = 0;
        var isProtected = false;
        for (var at = 0; at < json.Length;)
        {
            if (json[at] != '"')
            {
                depth += json[at] is (byte)'{' or (byte)'[' ? 1 : json[at] is (byte)'}' or (byte)']' ? -1 : 0;
                at++;
                continue;
            }

            var end = JsonBytes.EndOfString(json, at);
            if (end < 0)
            {
                break;
            }

            var text = json.AsSpan(at, end - at);
            var isName = json.AsSpan(end).TrimStart(" \t\r\n"u8).StartsWith(":"u8);
            if (isName || isProtected)
            {
                isComplete &= !ReplaceIn(text, replace: false);
            }
            else
            {
                ReplaceIn(text, replace: true);
            }

            isProtected = isName && depth == 1 && IsIdentifier(text[1..^1]);
            at = end;
        }

        return json;
    }

    private static bool IsIdentifier(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("type"u8) || name.SequenceEqual("id"u8) || name.EndsWith("_id"u8) || name.EndsWith("_page"u8);

    private static bool ReplaceIn(Span<byte> text, bool replace)
    {
        var found = false;
        for (var rest = text; rest.IndexOf((byte)'\\') is >= 0 and var at;)
        {
            rest = rest[at..];
            var length = rest.StartsWith("\\u"u8) ? LengthOfPair(rest) : 2;
            if (length == 0)
            {
                found = true;
                length = 6;
                if (replace)
                {
                    "fffd"u8.CopyTo(rest[2..]);
                }
            }

            rest = rest[Math.Min(length, rest.Length)..];
        }

        return found;
    }

    /// <summary>Returns the number of bytes to skip at an escape <c>\u</c>: 12 for a pair of surrogates, fewer for another character, and 0 for a lone surrogate.</summary>
    private static int LengthOfPair(ReadOnlySpan<byte> escape)
    {
        if (!IsSurrogate(escape, out var isHigh))
        {
            return 2;
        }

        return isHigh && IsSurrogate(escape[6..], out var isSecondHigh) && !isSecondHigh ? 12 : 0;
    }

    private static bool IsSurrogate(ReadOnlySpan<byte> escape, out bool isHigh)
    {
        isHigh = escape.Length >= 6 && escape[3] is (byte)'8' or (byte)'9' or (byte)'a' or (byte)'A' or (byte)'b' or (byte)'B';
        return escape.Length >= 6
            && escape.StartsWith("\\u"u8)
            && escape[2] is (byte)'d' or (byte)'D'
            && (isHigh || escape[3] is (byte)'c' or (byte)'C' or (byte)'d' or (byte)'D' or (byte)'e' or (byte)'E' or (byte)'f' or (byte)'F')
            && char.IsAsciiHexDigit((char)escape[4])
            && char.IsAsciiHexDigit((char)escape[5]);
    }
}
