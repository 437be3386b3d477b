using System.Security.Cryptography;
using System.Text;
using Managed.Agents.Testing;
using Managed.Agents.Webhooks;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>A valid delivery for tests. Its signature was not created by <see cref="WebhookSigner"/>.</summary>
internal static class SampleDelivery
{
    public const string Key = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    public const string OtherKey = "whsec_b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMTI=";
    public const string Id = "whe_01";
    public const string Timestamp = "1795251600";
    public const string Text =
        """{"type":"event","id":"whe_01","created_at":"2026-11-21T08:59:58Z","data":{"type":"session.status_idled","id":"sesn_01","organization_id":"org_01","workspace_id":"wrkspc_01"}}""";

    /// <summary>The signature of the delivery, computed by another implementation.</summary>
    public const string Signature = "v1,s4huNQVINCHk/6MsZ9bJlL5LvH8nbFdff63MCKoZ8T0=";

    public static byte[] Body => Encoding.UTF8.GetBytes(Text);

    public static WebhookHeaders Headers => new(Id, Timestamp, Signature);

    /// <summary>Creates a clock at the time of the delivery.</summary>
    public static ManualTimeProvider Clock() => new(DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, System.Globalization.CultureInfo.InvariantCulture)));

    public static WebhookVerifier Verifier(params string[] keys) => new(Options(keys.Length == 0 ? [Key] : keys), Clock());

    public static WebhookOptions Options(params string[] keys)
    {
        var options = new WebhookOptions();
        foreach (var (index, key) in keys.Index())
        {
            options.SigningKeys[index == 0 ? "first" : $"key {index + 1}"] = key;
        }

        return options;
    }

    /// <summary>Signs as the specification requires, without code of the library.</summary>
    public static string Sign(string key, string id, string timestamp, ReadOnlySpan<byte> body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key["whsec_".Length..]), (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]));

    public static WebhookHeaders Signed(byte[] body, string id = Id, string timestamp = Timestamp, string key = Key) => new(id, timestamp, Sign(key, id, timestamp, body));
}
