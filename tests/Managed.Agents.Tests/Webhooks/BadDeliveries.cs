using System.Security.Cryptography;
using System.Text;
using Managed.Agents.Webhooks;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>A delivery that must be refused.</summary>
internal sealed record BadDelivery(string Name, WebhookRefusal Reason, byte[] Body, WebhookHeaders Headers, string? Key = Delivered.Key);

/// <summary>What forgers, proxies, frameworks and broken clocks send.</summary>
internal static class BadDeliveries
{
    private static readonly byte[] Good = Delivered.Body;
    private static readonly WebhookHeaders Headers = Delivered.Headers;
    private static readonly string Mac = Delivered.Signature["v1,".Length..];

    public static IReadOnlyDictionary<string, BadDelivery> All { get; } =
        Missing().Concat(Ids()).Concat(Times()).Concat(Forged()).Concat(Spellings()).Concat(Changed()).Concat(Unreadable()).Concat(Keys()).ToDictionary(static bad => bad.Name);

    private static IEnumerable<BadDelivery> Missing()
    {
        yield return With("no header at all", WebhookRefusal.MissingHeader, default);
        yield return With("no id", WebhookRefusal.MissingHeader, Headers with { Id = null });
        yield return With("empty id", WebhookRefusal.MissingHeader, Headers with { Id = "" });
        yield return With("no time", WebhookRefusal.MissingHeader, Headers with { Timestamp = null });
        yield return With("empty time", WebhookRefusal.MissingHeader, Headers with { Timestamp = "" });
        yield return With("no signature", WebhookRefusal.MissingHeader, Headers with { Signature = null });
        yield return With("empty signature", WebhookRefusal.MissingHeader, Headers with { Signature = "" });
    }

    private static IEnumerable<BadDelivery> Ids()
    {
        yield return With("id of another delivery", WebhookRefusal.NoMatch, Headers with { Id = "whe_02" });
        yield return With("id in another case", WebhookRefusal.NoMatch, Headers with { Id = "WHE_01" });
        yield return With("id with a space", WebhookRefusal.MalformedHeader, Headers with { Id = "whe 01" });
        yield return With("id with a line break", WebhookRefusal.MalformedHeader, Headers with { Id = "whe_01\nInjected: yes" });
        yield return With("id that is not ASCII", WebhookRefusal.MalformedHeader, Signed(Good, id: "whe_ä"));
        yield return With("id with a full stop", WebhookRefusal.MalformedHeader, Signed(Good, id: "whe_01.1795251600"));
        yield return With("id of 257 characters", WebhookRefusal.MalformedHeader, Signed(Good, id: new string('x', 257)));
        yield return With("id twice", WebhookRefusal.MalformedHeader, Headers with { Id = "whe_01 whe_01" });

        // The same signed bytes, cut at other places.
        var shifted = Delivered.Sign(Delivered.Key, "whe_01.1795251600", "1795251601", Good);
        yield return new("bytes moved from the id into the time", WebhookRefusal.NotJson, Encoding.UTF8.GetBytes($"1795251601.{Delivered.Text}"), new("whe_01", "1795251600", shifted));
        yield return new("bytes moved from the body into the time", WebhookRefusal.MalformedHeader, Good[1..], Headers with { Timestamp = "1795251600.{" });
    }

    private static IEnumerable<BadDelivery> Times()
    {
        yield return With("old by 301 seconds", WebhookRefusal.Stale, Signed(Good, timestamp: "1795251299"));
        yield return With("old by a year", WebhookRefusal.Stale, Signed(Good, timestamp: "1763715600"));
        yield return With("time zero", WebhookRefusal.Stale, Signed(Good, timestamp: "0"));
        yield return With("ahead by 301 seconds", WebhookRefusal.FromTheFuture, Signed(Good, timestamp: "1795251901"));
        yield return With("ahead by a century", WebhookRefusal.FromTheFuture, Signed(Good, timestamp: "4950925200"));
        yield return With("milliseconds", WebhookRefusal.FromTheFuture, Signed(Good, timestamp: "179525160000"));
        yield return With("another time than was signed", WebhookRefusal.NoMatch, Headers with { Timestamp = "1795251601" });
        foreach (var text in new[] { "now", "1795251600.0", "1795251600.5", "1.7952516e9", "0x6B015A90", "-1795251600", "+1795251600", " 1795251600", "1795251600 ", "1,795,251,600", "2026-11-21T09:00:00Z", "١٧٩٥٢٥١٦٠٠", "253402300800", "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "NaN" })
        {
            yield return With($"time {text}", WebhookRefusal.MalformedHeader, Signed(Good, timestamp: text));
        }
    }

    private static IEnumerable<BadDelivery> Forged()
    {
        yield return With("signed with another key", WebhookRefusal.NoMatch, Signed(Good, key: Delivered.OtherKey));
        yield return With("signed with an empty key", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Hash([]) });
        yield return With("signed with the text of the key", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Hash(Encoding.UTF8.GetBytes(Delivered.Key)) });
        yield return With("signed with the base64 of the key", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Hash(Encoding.UTF8.GetBytes(Delivered.Key["whsec_".Length..])) });
        yield return With("hashed without a key", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Convert.ToBase64String(SHA256.HashData(Good)) });
        yield return With("only the body is signed", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Secret, Good)) });
        yield return With("signed with SHA-384", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Convert.ToBase64String(HMACSHA384.HashData(Secret, Content)) });
        yield return With("signed with SHA-512", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Convert.ToBase64String(HMACSHA512.HashData(Secret, Content)) });
        yield return With("version v1a, public key", WebhookRefusal.NoMatch, Headers with { Signature = "v1a," + Mac });
        yield return With("version v2", WebhookRefusal.NoMatch, Headers with { Signature = "v2," + Mac });
        yield return With("version V1", WebhookRefusal.NoMatch, Headers with { Signature = "V1," + Mac });
        yield return With("version v0, empty signature", WebhookRefusal.MalformedHeader, Headers with { Signature = "v0," });
        yield return With("empty v1 signature", WebhookRefusal.MalformedHeader, Headers with { Signature = "v1," });
        yield return With("all zeros", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Convert.ToBase64String(new byte[32]) });
        yield return With("the right one behind sixteen others", WebhookRefusal.NoMatch, Headers with { Signature = string.Concat(Enumerable.Repeat("v1,wrong ", 16)) + Delivered.Signature });
        yield return With("a hundred thousand entries", WebhookRefusal.NoMatch, Headers with { Signature = string.Concat(Enumerable.Repeat("v1,x ", 100_000)) });
    }

    private static IEnumerable<BadDelivery> Spellings()
    {
        yield return With("signature without its version", WebhookRefusal.MalformedHeader, Headers with { Signature = Mac });
        yield return With("version with an equals sign", WebhookRefusal.MalformedHeader, Headers with { Signature = "v1=" + Mac });
        yield return With("signature of spaces", WebhookRefusal.MalformedHeader, Headers with { Signature = "   " });
        yield return With("signature in hex", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Convert.ToHexString(Convert.FromBase64String(Mac)) });
        yield return With("signature in URL-safe base64", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Mac.Replace('/', '_') });
        yield return With("signature without padding", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Mac.TrimEnd('=') });
        yield return With("signature with other unused bits", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + Mac.Replace("T0=", "T1=", StringComparison.Ordinal) });
        yield return With("signature cut off", WebhookRefusal.NoMatch, Headers with { Signature = Delivered.Signature[..20] });
        yield return With("signature with something behind", WebhookRefusal.NoMatch, Headers with { Signature = Delivered.Signature + "A" });
        yield return With("signature in lower case", WebhookRefusal.NoMatch, Headers with { Signature = Delivered.Signature.ToLowerInvariant() });
        yield return With("two signatures joined by a comma", WebhookRefusal.NoMatch, Headers with { Signature = $"{Delivered.Signature},{Delivered.Signature}" });
        yield return With("a tab between two signatures", WebhookRefusal.NoMatch, Headers with { Signature = $"v1,x\t{Delivered.Signature}" });
        yield return With("signature that is not ASCII", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + new string('ß', 44) });
        yield return With("signature with half a surrogate pair", WebhookRefusal.NoMatch, Headers with { Signature = "v1," + new string('\ud800', 44) });
    }

    private static IEnumerable<BadDelivery> Changed()
    {
        yield return Body("another body", Delivered.Text.Replace("sesn_01", "sesn_02", StringComparison.Ordinal));
        yield return Body("empty body", "");
        yield return Body("body cut off", Delivered.Text[..^1]);
        yield return Body("body doubled", Delivered.Text + Delivered.Text);
        yield return Body("body with a line's end", Delivered.Text + "\n");
        yield return Body("body re-serialised with white space", Delivered.Text.Replace(":", ": ", StringComparison.Ordinal));
        yield return Body("body escaped another way", Delivered.Text.Replace("_", "\\u005f", StringComparison.Ordinal));
        yield return Body("body as a JSON string", $"\"{Delivered.Text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        yield return Body("body in base64", Convert.ToBase64String(Good));
        yield return new("body with a byte order mark", WebhookRefusal.NoMatch, [.. Encoding.UTF8.Preamble, .. Good], Headers);
        yield return new("body in UTF-16", WebhookRefusal.NoMatch, Encoding.Unicode.GetBytes(Delivered.Text), Headers);
        yield return new("body of 262,145 bytes", WebhookRefusal.TooLarge, new byte[262_145], Signed(new byte[262_145]));
    }

    private static IEnumerable<BadDelivery> Unreadable()
    {
        yield return Authentic("not JSON", "status_idled"u8.ToArray());
        yield return Authentic("nothing", []);
        yield return Authentic("a JSON null", "null"u8.ToArray());
        yield return Authentic("a JSON list", "[]"u8.ToArray());
        yield return Authentic("a JSON number", "42"u8.ToArray());
        yield return Authentic("JSON with something behind", Encoding.UTF8.GetBytes(Delivered.Text + "x"));
        yield return Authentic("bytes that are not UTF-8", [.. Encoding.UTF8.GetBytes("""{"type":"event","id":""" + "\""), 0xFF, .. "\"}"u8]);
        yield return Authentic("half a surrogate pair", Encoding.UTF8.GetBytes("""{"type":"event","id":"whe_01","data":{"type":"of.tomorrow","id":"\ud800"}}"""));
        yield return Authentic("JSON of ten thousand levels", Encoding.UTF8.GetBytes(new string('[', 10_000)));
    }

    private static IEnumerable<BadDelivery> Keys()
    {
        foreach (var (name, key) in new[] { ("empty key", ""), ("key of the prefix alone", "whsec_"), ("key that is no base64", "whsec_not base64!"), ("key with a line's end", Delivered.Key + "\n"), ("key without padding", Delivered.Key.TrimEnd('=')), ("key in URL-safe base64", "whsec_-_-_"), ("key cut off", Delivered.Key[..^3]), ("key that is not ASCII", "whsec_ключ") })
        {
            yield return new(name, WebhookRefusal.MalformedKey, Good, Headers, key);
        }

        yield return new("no key", WebhookRefusal.NoKey, Good, Headers, Key: null);
        yield return new("wrong key", WebhookRefusal.NoMatch, Good, Headers, Delivered.OtherKey);
    }

    private static byte[] Secret => Convert.FromBase64String(Delivered.Key["whsec_".Length..]);

    private static byte[] Content => [.. Encoding.UTF8.GetBytes($"{Delivered.Id}.{Delivered.Timestamp}."), .. Good];

    private static string Hash(byte[] key) => Convert.ToBase64String(HMACSHA256.HashData(key, Content));

    private static WebhookHeaders Signed(byte[] body, string id = Delivered.Id, string timestamp = Delivered.Timestamp, string key = Delivered.Key) =>
        Delivered.Signed(body, id, timestamp, key);

    private static BadDelivery With(string name, WebhookRefusal reason, WebhookHeaders headers) => new(name, reason, Good, headers);

    private static BadDelivery Body(string name, string body) => new(name, WebhookRefusal.NoMatch, Encoding.UTF8.GetBytes(body), Headers);

    private static BadDelivery Authentic(string name, byte[] body) => new(name, WebhookRefusal.NotJson, body, Signed(body));
}
