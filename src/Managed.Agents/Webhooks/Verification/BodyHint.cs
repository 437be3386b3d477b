using System.Buffers;
using System.Text;

namespace Managed.Agents.Webhooks;

/// <summary>Guesses from the look of a body why its signature does not match. It says nothing of what stands in the body.</summary>
internal static class BodyHint
{
    private const int Looked = 4096;
    private static readonly SearchValues<byte> Base64Text = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n"u8);

    public static string For(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return " The body is empty: something before the verification has read it already. Verify first, or buffer the body.";
        }

        if (body.StartsWith(Encoding.UTF8.Preamble))
        {
            return " The body begins with a byte order mark, so it was decoded and encoded again: pass the bytes as they were received.";
        }

        if (body[0] == (byte)'"')
        {
            return " The body is JSON inside of a JSON string: pass the bytes as they were received.";
        }

        if (body[0] != (byte)'{' && IsBase64(body))
        {
            return " The body looks like base64, as some gateways hand it over: decode it first.";
        }

        return LooksSerializedAgain(body)
            ? " The body looks re-serialised (white space between its parts, or another order or spelling of its fields): pass the bytes as they were received, not an object that was read from them."
            : "";
    }

    private static bool IsBase64(ReadOnlySpan<byte> body) => body.IndexOfAnyExcept(Base64Text) < 0;

    // The service writes no white space outside of strings, names its fields in snake_case and writes "type" first.
    private static bool LooksSerializedAgain(ReadOnlySpan<byte> body)
    {
        var start = body[..Math.Min(body.Length, Looked)];
        return start.IndexOfAny((byte)'\n', (byte)'\r', (byte)'\t') >= 0
            || start.IndexOf("\": "u8) >= 0
            || start.IndexOf(", \""u8) >= 0
            || start.IndexOf("createdAt"u8) >= 0
            || start.IndexOf("CreatedAt"u8) >= 0
            || (start[0] == (byte)'{' && !start.StartsWith("{\"type\":"u8));
    }
}
