using System.Security.Cryptography;
using System.Text;

namespace Managed.Agents.Emulator;

/// <summary>The content of a memory with its hash and its size in bytes.</summary>
internal sealed record MemoryContent(string Text, string Sha256, int Size)
{
    private const int MaxBytes = 102_400;

    public static MemoryContent FromText(string text)
    {
        // The hash covers the text as sent; nothing is normalized.
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length <= MaxBytes
            ? new MemoryContent(text, Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant(), bytes.Length)
            : throw ApiError.InvalidRequest($"content: must have at most {MaxBytes} bytes.");
    }
}
