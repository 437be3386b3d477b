using System.Text;
using Managed.Agents.Webhooks;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>A delivery that looks odd and must be accepted.</summary>
internal sealed record UnusualDelivery(string Name, byte[] Body, WebhookHeaders Headers)
{
    public string Type { get; init; } = "session.status_idled";

    public string KeyLabel { get; init; } = "first";

    public string[] Keys { get; init; } = [Delivered.Key];
}

/// <summary>What the rules allow although it is seldom seen.</summary>
internal static class UnusualDeliveries
{
    private static readonly byte[] Good = Delivered.Body;
    private static readonly WebhookHeaders Headers = Delivered.Headers;

    public static IReadOnlyDictionary<string, UnusualDelivery> All { get; } = Heads().Concat(Bodies()).ToDictionary(static unusual => unusual.Name);

    private static IEnumerable<UnusualDelivery> Heads()
    {
        yield return new("header names in upper case", Good, WebhookHeaders.From(new Dictionary<string, string?> { ["WEBHOOK-ID"] = Headers.Id, ["WEBHOOK-TIMESTAMP"] = Headers.Timestamp, ["WEBHOOK-SIGNATURE"] = Headers.Signature }));
        yield return new("header names in mixed case among others", Good, WebhookHeaders.From(new Dictionary<string, string?> { ["Host"] = "example.com", ["Webhook-Id"] = Headers.Id, ["Webhook-Timestamp"] = Headers.Timestamp, ["Webhook-Signature"] = Headers.Signature }));
        yield return new("headers with all their values", Good, WebhookHeaders.From(new Dictionary<string, IEnumerable<string>> { ["webhook-id"] = [Headers.Id!], ["webhook-timestamp"] = [Headers.Timestamp!], ["webhook-signature"] = ["v1,other", Headers.Signature!] }));
        yield return new("the signature second", Good, Headers with { Signature = $"v1,AAAA {Delivered.Signature}" });
        yield return new("the signature sixteenth", Good, Headers with { Signature = string.Concat(Enumerable.Repeat("v1,wrong ", 15)) + Delivered.Signature });
        yield return new("a signature of another version first", Good, Headers with { Signature = $"v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== {Delivered.Signature}" });
        yield return new("an entry without a version first", Good, Headers with { Signature = $"rubbish {Delivered.Signature}" });
        yield return new("two spaces between signatures", Good, Headers with { Signature = $"v1,AAAA  {Delivered.Signature}" });
        yield return new("spaces around the signature", Good, Headers with { Signature = $" {Delivered.Signature} " });
        yield return new("signed with two keys", Good, Headers with { Signature = $"{Delivered.Sign(Delivered.OtherKey, Delivered.Id, Delivered.Timestamp, Good)} {Delivered.Signature}" }) { Keys = [Delivered.Key, Delivered.OtherKey] };
        yield return new("the second of two keys", Good, Delivered.Signed(Good, key: Delivered.OtherKey)) { Keys = [Delivered.Key, Delivered.OtherKey], KeyLabel = "key 2" };
        yield return new("a key without its prefix", Good, Headers) { Keys = [Delivered.Key["whsec_".Length..]] };
        yield return new("exactly 300 seconds old", Good, Delivered.Signed(Good, timestamp: "1795251300"));
        yield return new("exactly 300 seconds ahead", Good, Delivered.Signed(Good, timestamp: "1795251900"));
        yield return new("a time with a leading zero", Good, Delivered.Signed(Good, timestamp: "01795251600"));
        yield return new("an id of 256 characters", Good, Delivered.Signed(Good, id: new string('x', 256)));
    }

    private static IEnumerable<UnusualDelivery> Bodies()
    {
        yield return Body("JSON with white space everywhere", " {\r\n\t\"type\" : \"event\" , \"id\" : \"whe_01\" ,\n \"data\" : { \"type\" : \"session.status_idled\" , \"id\" : \"sesn_01\" } } \n");
        yield return Body("type last", """{"id":"whe_01","data":{"id":"sesn_01","organization_id":"org","type":"session.status_idled"},"type":"event"}""");
        yield return Body("escaped letters", """{"type":"event","id":"whe_01","data":{"type":"session\u002estatus_idled","id":"\u0073esn_01"}}""");
        yield return Body("fields of tomorrow", """{"type":"event","id":"whe_01","retry":{"of":[3]},"data":{"type":"session.status_idled","id":"sesn_01","reason":null}}""");
        yield return Body("text that is not ASCII", """{"type":"event","id":"whe_01","data":{"type":"session.status_idled","id":"sesn_ü😀"}}""");
        yield return Body("a kind of tomorrow", """{"type":"event","id":"whe_01","data":{"type":"session.dreamed","id":"sesn_01"}}""") with { Type = "session.dreamed" };
        yield return Body("external storage, which has no workspace", """{"type":"event","id":"whe_01","data":{"type":"external_storage.failed","id":"estrg_01","organization_id":"org"}}""") with { Type = "external_storage.failed" };
        yield return Body("external storage that recovered", """{"type":"event","id":"whe_01","data":{"type":"external_storage.recovered","id":"estrg_01","organization_id":"org"}}""") with { Type = "external_storage.recovered" };
        yield return Body("no data", """{"type":"event","id":"whe_01"}""") with { Type = "" };
        yield return Body("a known kind with a field of another type", """{"type":"event","id":"whe_01","data":{"type":"session.status_idled","id":7}}""");
        yield return Body("another id than the header", """{"type":"event","id":"whe_99","data":{"type":"session.status_idled","id":"sesn_01"}}""");
        yield return Body("exactly as large as allowed", Delivered.Text + new string(' ', (256 * 1024) - Delivered.Text.Length));
    }

    private static UnusualDelivery Body(string name, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        return new UnusualDelivery(name, body, Delivered.Signed(body));
    }
}
