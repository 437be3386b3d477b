using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SlackBot;

/// <summary>The signature scheme of Slack: HMAC-SHA256 over <c>v0:timestamp:body</c>, in hex.</summary>
internal static class SlackSignature
{
    private const long Tolerance = 300;

    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), content));
    }

    public static bool IsValid(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Tolerance
        && signature is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(secret, timestamp, body)));
}
