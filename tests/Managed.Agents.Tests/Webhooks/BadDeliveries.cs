using System.Security.Cryptography;
using System.Text;
using Managed.Agents.Webhooks;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>A delivery that must be rejected.</summary>
internal sealed record BadDelivery(string Name, WebhookVerificationFailure Failure, byte[] Body, WebhookHeaders Headers, string? Key = SampleDelivery.Key);

/// <summary>Deliveries as forgers, proxies, frameworks and wrong clocks send them.</summary>
internal static class BadDeliveries
{
    private static readonly byte[] Good = SampleDelivery.Body;
    private static readonly WebhookHeaders Headers = SampleDelivery.Headers;
    private static readonly string Mac = SampleDelivery.Signature["v1,".Length..];

    public static IReadOnlyDictionary<string, BadDelivery> All { get; } =
        Missing().Concat(Ids()).Concat(Times()).Concat(Forged()).Concat(Spellings()).Concat(Changed()).Concat(Unreadable()).Concat(Keys()).ToDictionary(static bad => bad.Name);

    private static IEnumerable<BadDelivery> Missing()
    {
        yield return With("no header at all", WebhookVerificationFailure.MissingHeader, default);
        yield return With("no id", WebhookVerificationFailure.MissingHeader, Headers with { Id = null });
        yield return With("empty id", WebhookVerificationFailure.MissingHeader, Headers with { Id = "" });
        yield return With("no time", WebhookVerificationFailure.MissingHeader, Headers with { Timestamp = null });
        yield return With("empty time", WebhookVerificationFailure.MissingHeader, Headers with { Timestamp = "" });
        yield return With("no signature", WebhookVerificationFailure.MissingHeader, Headers with { Signature = null });
        yield return With("empty signature", WebhookVerificationFailure.MissingHeader, Headers with { Signature = "" });
    }

    private static IEnumerable<BadDelivery> Ids()
    {
        yield return With("id of another delivery", WebhookVerificationFailure.SignatureMismatch, Headers with { Id = "whe_02" });
        yield return With("id in another case", WebhookVerificationFailure.SignatureMismatch, Headers with { Id = "WHE_01" });
        yield return With("id with a space", WebhookVerificationFailure.InvalidHeader, Headers with { Id = "whe 01" });
        yield return With("id with a line break", WebhookVerificationFailure.InvalidHeader, Headers with { Id = "whe_01\nInjected: yes" });
        yield return With("id that is not ASCII", WebhookVerificationFailure.InvalidHeader, Signed(Good, id: "whe_ä"));
        yield return With("id with a full stop", WebhookVerificationFailure.InvalidHeader, Signed(Good, id: "whe_01.1795251600"));
        yield return With("id of 257 characters", WebhookVerificationFailure.InvalidHeader, Signed(Good, id: new string('x', 257)));
        yield return With("id twice", WebhookVerificationFailure.InvalidHeader, Headers with { Id = "whe_01 whe_01" });

        // The same signed bytes, split at other positions.
        var shifted = SampleDelivery.Sign(SampleDelivery.Key, "whe_01.1795251600", "1795251601", Good);
        yield return new("bytes moved from the id into the time", WebhookVerificationFailure.InvalidBody, Encoding.UTF8.GetBytes($"1795251601.{SampleDelivery.Text}"), new("whe_01", "1795251600", shifted));
        yield return new("bytes moved from the body into the time", WebhookVerificationFailure.InvalidHeader, Good[1..], Headers with { Timestamp = "1795251600.{" });
    }

    private static IEnumerable<BadDelivery> Times()
    {
        yield return With("old by 301 seconds", WebhookVerificationFailure.TimestampTooOld, Signed(Good, timestamp: "1795251299"));
        yield return With("old by a year", WebhookVerificationFailure.TimestampTooOld, Signed(Good, timestamp: "1763715600"));
        yield return With("time zero", WebhookVerificationFailure.TimestampTooOld, Signed(Good, timestamp: "0"));
        yield return With("ahead by 301 seconds", WebhookVerificationFailure.TimestampInFuture, Signed(Good, timestamp: "1795251901"));
        yield return With("ahead by a century", WebhookVerificationFailure.TimestampInFuture, Signed(Good, timestamp: "4950925200"));
        yield return With("milliseconds", WebhookVerificationFailure.TimestampInFuture, Signed(Good, timestamp: "179525160000"));
        yield return With("another time than was signed", WebhookVerificationFailure.SignatureMismatch, Headers with { Timestamp = "1795251601" });
        foreach (var text in new[] { "now", "1795251600.0", "1795251600.5", "1.7952516e9", "0x6B015A90", "-1795251600", "+1795251600", " 1795251600", "1795251600 ", "1,795,251,600", "2026-11-21T09:00:00Z", "١٧٩٥٢٥١٦٠٠", "253402300800", "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "NaN" })
        {
            yield return With($"time {text}", WebhookVerificationFailure.InvalidHeader, Signed(Good, timestamp: text));
        }
    }

    private static IEnumerable<BadDelivery> Forged()
    {
        yield return With("signed with another key", WebhookVerificationFailure.SignatureMismatch, Signed(Good, key: SampleDelivery.OtherKey));
        yield return With("signed with an empty key", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Hash([]) });
        yield return With("signed with the text of the key", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Hash(Encoding.UTF8.GetBytes(SampleDelivery.Key)) });
        yield return With("signed with the base64 of the key", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Hash(Encoding.UTF8.GetBytes(SampleDelivery.Key["whsec_".Length..])) });
        yield return With("hashed without a key", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Convert.ToBase64String(SHA256.HashData(Good)) });
        yield return With("only the body is signed", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Secret, Good)) });
        yield return With("signed with SHA-384", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Convert.ToBase64String(HMACSHA384.HashData(Secret, Content)) });
        yield return With("signed with SHA-512", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Convert.ToBase64String(HMACSHA512.HashData(Secret, Content)) });
        yield return With("version v1a, public key", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1a," + Mac });
        yield return With("version v2", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v2," + Mac });
        yield return With("version V1", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "V1," + Mac });
        yield return With("version v0, empty signature", WebhookVerificationFailure.InvalidHeader, Headers with { Signature = "v0," });
        yield return With("empty v1 signature", WebhookVerificationFailure.InvalidHeader, Headers with { Signature = "v1," });
        yield return With("all zeros", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Convert.ToBase64String(new byte[32]) });
        yield return With("the right signature after sixteen others", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = string.Concat(Enumerable.Repeat("v1,wrong ", 16)) + SampleDelivery.Signature });
        yield return With("a hundred thousand entries", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = string.Concat(Enumerable.Repeat("v1,x ", 100_000)) });
    }

    private static IEnumerable<BadDelivery> Spellings()
    {
        yield return With("signature without its version", WebhookVerificationFailure.InvalidHeader, Headers with { Signature = Mac });
        yield return With("version with an equals sign", WebhookVerificationFailure.InvalidHeader, Headers with { Signature = "v1=" + Mac });
        yield return With("signature of spaces", WebhookVerificationFailure.InvalidHeader, Headers with { Signature = "   " });
        yield return With("signature in hex", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Convert.ToHexString(Convert.FromBase64String(Mac)) });
        yield return With("signature in URL-safe base64", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Mac.Replace('/', '_') });
        yield return With("signature without padding", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Mac.TrimEnd('=') });
        yield return With("signature with other unused bits", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + Mac.Replace("T0=", "T1=", StringComparison.Ordinal) });
        yield return With("signature truncated", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = SampleDelivery.Signature[..20] });
        yield return With("signature with a suffix", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = SampleDelivery.Signature + "A" });
        yield return With("signature in lower case", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = SampleDelivery.Signature.ToLowerInvariant() });
        yield return With("two signatures joined by a comma", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = $"{SampleDelivery.Signature},{SampleDelivery.Signature}" });
        yield return With("a tab between two signatures", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = $"v1,x\t{SampleDelivery.Signature}" });
        yield return With("signature that is not ASCII", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + new string('ß', 44) });
        yield return With("signature with half a surrogate pair", WebhookVerificationFailure.SignatureMismatch, Headers with { Signature = "v1," + new string('\ud800', 44) });
    }

    private static IEnumerable<BadDelivery> Changed()
    {
        yield return Body("another body", SampleDelivery.Text.Replace("sesn_01", "sesn_02", StringComparison.Ordinal));
        yield return Body("empty body", "");
        yield return Body("body truncated", SampleDelivery.Text[..^1]);
        yield return Body("body repeated", SampleDelivery.Text + SampleDelivery.Text);
        yield return Body("body with a line break at the end", SampleDelivery.Text + "\n");
        yield return Body("body re-serialized with white space", SampleDelivery.Text.Replace(":", ": ", StringComparison.Ordinal));
        yield return Body("body escaped another way", SampleDelivery.Text.Replace("_", "\\u005f", StringComparison.Ordinal));
        yield return Body("body as a JSON string", $"\"{SampleDelivery.Text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        yield return Body("body in base64", Convert.ToBase64String(Good));
        yield return new("body with a byte order mark", WebhookVerificationFailure.SignatureMismatch, [.. Encoding.UTF8.Preamble, .. Good], Headers);
        yield return new("body in UTF-16", WebhookVerificationFailure.SignatureMismatch, Encoding.Unicode.GetBytes(SampleDelivery.Text), Headers);
        yield return new("body of 262,145 bytes", WebhookVerificationFailure.BodyTooLarge, new byte[262_145], Signed(new byte[262_145]));
    }

    private static IEnumerable<BadDelivery> Unreadable()
    {
        yield return Authentic("not JSON", "status_idled"u8.ToArray());
        yield return Authentic("empty", []);
        yield return Authentic("a JSON null", "null"u8.ToArray());
        yield return Authentic("a JSON list", "[]"u8.ToArray());
        yield return Authentic("a JSON number", "42"u8.ToArray());
        yield return Authentic("JSON with a suffix", Encoding.UTF8.GetBytes(SampleDelivery.Text + "x"));
        yield return Authentic("bytes that are not UTF-8", [.. Encoding.UTF8.GetBytes("""{"type":"event","id":""" + "\""), 0xFF, .. "\"}"u8]);
        yield return Authentic("half a surrogate pair", Encoding.UTF8.GetBytes("""{"type":"event","id":"whe_01","data":{"type":"future.event","id":"\ud800"}}"""));
        yield return Authentic("JSON of ten thousand levels", Encoding.UTF8.GetBytes(new string('[', 10_000)));
    }

    private static IEnumerable<BadDelivery> Keys()
    {
        foreach (var (name, key) in new[] { ("empty key", ""), ("key with the prefix only", "whsec_"), ("key that is not base64", "whsec_not base64!"), ("key with a line break at the end", SampleDelivery.Key + "\n"), ("key without padding", SampleDelivery.Key.TrimEnd('=')), ("key in URL-safe base64", "whsec_-_-_"), ("key truncated", SampleDelivery.Key[..^3]), ("key that is not ASCII", "whsec_ключ") })
        {
            yield return new(name, WebhookVerificationFailure.InvalidKey, Good, Headers, key);
        }

        yield return new("no key", WebhookVerificationFailure.MissingKey, Good, Headers, Key: null);
        yield return new("wrong key", WebhookVerificationFailure.SignatureMismatch, Good, Headers, SampleDelivery.OtherKey);
    }

    private static byte[] Secret => Convert.FromBase64String(SampleDelivery.Key["whsec_".Length..]);

    private static byte[] Content => [.. Encoding.UTF8.GetBytes($"{SampleDelivery.Id}.{SampleDelivery.Timestamp}."), .. Good];

    private static string Hash(byte[] key) => Convert.ToBase64String(HMACSHA256.HashData(key, Content));

    private static WebhookHeaders Signed(byte[] body, string id = SampleDelivery.Id, string timestamp = SampleDelivery.Timestamp, string key = SampleDelivery.Key) =>
        SampleDelivery.Signed(body, id, timestamp, key);

    private static BadDelivery With(string name, WebhookVerificationFailure failure, WebhookHeaders headers) => new(name, failure, Good, headers);

    private static BadDelivery Body(string name, string body) => new(name, WebhookVerificationFailure.SignatureMismatch, Encoding.UTF8.GetBytes(body), Headers);

    private static BadDelivery Authentic(string name, byte[] body) => new(name, WebhookVerificationFailure.InvalidBody, body, Signed(body));
}
