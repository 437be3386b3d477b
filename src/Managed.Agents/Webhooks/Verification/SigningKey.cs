using System.Security.Cryptography;

namespace Managed.Agents.Webhooks;

/// <summary>A signing key with its label.</summary>
internal sealed class SigningKey
{
    private const string Prefix = "whsec_";
    private readonly byte[] _bytes;
    private IncrementalHash? _idleHash;

    private SigningKey(string label, byte[] bytes)
    {
        Label = label;
        _bytes = bytes;
    }

    public string Label { get; }

    public static SigningKey? TryParse(string label, string key) =>
        Problem(key) is null ? new SigningKey(label, Convert.FromBase64String(WithoutPrefix(key))) : null;

    /// <exception cref="ArgumentException">The key is invalid. The message does not contain it.</exception>
    public static SigningKey Parse(string label, string key) =>
        TryParse(label, key) ?? throw new ArgumentException($"The webhook signing key '{label}' {Problem(key)}", nameof(key));

    /// <summary>Describes what is wrong with a key, to follow its label in a message; <see langword="null"/> when it is valid. Does not contain the key.</summary>
    public static string? Problem(string? key)
    {
        var text = WithoutPrefix(key ?? "");
        if (text.Length == 0)
        {
            return "is empty. Set it to the key that the service showed when the endpoint was created: whsec_ and base64.";
        }

        if (text.Any(char.IsWhiteSpace))
        {
            return "contains white space, for example a line break that was copied with it. Remove the white space.";
        }

        return Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length > 0
            ? null
            : "is not a valid webhook key: it must be base64 with the letters + and / and with padding, after an optional whsec_. Copy it again; it may be truncated.";
    }

    /// <summary>Computes the HMAC-SHA256 of two consecutive parts.</summary>
    public void ComputeHmac(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> hmac)
    {
        // Setting up a hash for a key costs as much as hashing a delivery, so one is kept for reuse. Only one caller can have it at a time.
        var hash = Interlocked.Exchange(ref _idleHash, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _bytes);
        hash.AppendData(first);
        hash.AppendData(second);
        hash.GetHashAndReset(hmac);
        Interlocked.Exchange(ref _idleHash, hash)?.Dispose();
    }

    private static string WithoutPrefix(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : key;
}
