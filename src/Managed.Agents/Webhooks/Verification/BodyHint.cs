using System.Buffers;
using System.Text;

namespace Managed.Agents.Webhooks;

/// <summary>Guesses from the form of a body why its signature does not match. The hint does not quote the body.</summary>
internal static class BodyHint
{
    private const int InspectedBytes = 4096;
    private static readonly SearchValues<byte> Base64Text = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n"u8);

    public static string For(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return " The body is empty: it was probably read before the verification. Verify first, or buffer the body.";
        }

        if (body.StartsWith(Encoding.UTF8.Preamble))
        {
            return " The body starts with a byte order mark, so it was decoded and encoded again. Pass the bytes as they were received.";
        }

        if (body[0] == (byte)'"')
        {
            return " The body is JSON inside a JSON string. Pass the bytes as they were received.";
        }

        if (body[0] != (byte)'{' && IsBase64(body))
        {
            return " The body looks like base64, which some gateways use. Decode it first.";
        }

        return LooksReserialized(body)
            ? " The body looks re-serialized: it contains white space between its parts, or its fields have another order or other names. Pass the bytes as they were received, not a serialized object."
            : "";
    }

    private static bool IsBase64(ReadOnlySpan<byte> body) => body.IndexOfAnyExcept(Base64Text) < 0;

    // The service writes no white space outside strings, uses snake_case names and writes "type" first.
    private static bool LooksReserialized(ReadOnlySpan<byte> body)
    {
        var start = body[..Math.Min(body.Length, InspectedBytes)];
        return start.IndexOfAny((byte)'\n', (byte)'\r', (byte)'\t') >= 0
            || start.IndexOf("\": "u8) >= 0
            || start.IndexOf(", \""u8) >= 0
            || start.IndexOf("createdAt"u8) >= 0
            || start.IndexOf("CreatedAt"u8) >= 0
            || (start[0] == (byte)'{' && !start.StartsWith("{\"type\":"u8));
    }
}
