using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The envelope of a webhook and its signature. Independent of the client's verifier, which the tests check against it.</summary>
internal static class WebhookEnvelope
{
    private const string Prefix = "whsec_";

    public static byte[] Create(string deliveryId, DateTimeOffset createdAt, JsonObject data) => Json.Bytes(new JsonObject
    {
        ["type"] = "event",
        ["id"] = deliveryId,
        ["created_at"] = Json.Time(createdAt),
        ["data"] = data,
    });

    public static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Sign(string key, string deliveryId, string timestamp, byte[] body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Decode(key));
        hash.AppendData(Encoding.UTF8.GetBytes($"{deliveryId}.{timestamp}."));
        hash.AppendData(body);
        return $"v1,{Convert.ToBase64String(hash.GetHashAndReset())}";
    }

    public static bool IsKey(string key)
    {
        try
        {
            return Decode(key).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static byte[] Decode(string key) => Convert.FromBase64String(key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : key);
}
