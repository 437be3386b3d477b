using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Managed.Agents.Webhooks;

/// <summary>The signature scheme: HMAC-SHA256 over id, time and the bytes of the body, in base64.</summary>
internal static class WebhookSignature
{
    public const string Version = "v1,";

    /// <summary>How long the base64 of a signature is.</summary>
    public const int Length = 44;

    private const int OnStack = 512;

    /// <summary>What is signed: id, full stop, time, full stop, body. The id and the time are ASCII.</summary>
    public static void Sign(ReadOnlySpan<byte> key, string id, string timestamp, ReadOnlySpan<byte> body, Span<byte> signature)
    {
        var length = id.Length + timestamp.Length + 2 + body.Length;
        byte[]? rented = null;
        var content = length <= OnStack ? stackalloc byte[OnStack] : rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var written = Encoding.ASCII.GetBytes(id, content);
            content[written++] = (byte)'.';
            written += Encoding.ASCII.GetBytes(timestamp, content[written..]);
            content[written++] = (byte)'.';
            body.CopyTo(content[written..]);
            Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(key, content[..(written + body.Length)], mac);
            Base64.EncodeToUtf8(mac, signature, out _, out _);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Whether an entry of the header is this signature. The texts are compared, so that no second spelling of one is accepted.</summary>
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

    // In constant time, like CryptographicOperations.FixedTimeEquals and for a tenth of its cost: eight bytes at a time, and neither the
    // way through it nor its length depends on what is compared.
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
