using System.Text;
using Managed.Agents.Webhooks;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>An unusual delivery that must be accepted.</summary>
internal sealed record UnusualDelivery(string Name, byte[] Body, WebhookHeaders Headers)
{
    public string Type { get; init; } = "session.status_idled";

    public string KeyLabel { get; init; } = "first";

    public string[] Keys { get; init; } = [SampleDelivery.Key];
}

/// <summary>Deliveries that are valid and rare.</summary>
internal static class UnusualDeliveries
{
    private static readonly byte[] Good = SampleDelivery.Body;
    private static readonly WebhookHeaders Headers = SampleDelivery.Headers;

    public static IReadOnlyDictionary<string, UnusualDelivery> All { get; } = InHeaders().Concat(InBodies()).ToDictionary(static unusual => unusual.Name);

    private static IEnumerable<UnusualDelivery> InHeaders()
    {
        yield return new("header names in upper case", Good, WebhookHeaders.From(new Dictionary<string, string?> { ["WEBHOOK-ID"] = Headers.Id, ["WEBHOOK-TIMESTAMP"] = Headers.Timestamp, ["WEBHOOK-SIGNATURE"] = Headers.Signature }));
        yield return new("header names in mixed case among others", Good, WebhookHeaders.From(new Dictionary<string, string?> { ["Host"] = "example.com", ["Webhook-Id"] = Headers.Id, ["Webhook-Timestamp"] = Headers.Timestamp, ["Webhook-Signature"] = Headers.Signature }));
        yield return new("headers with several values", Good, WebhookHeaders.From(new Dictionary<string, IEnumerable<string>> { ["webhook-id"] = [Headers.Id!], ["webhook-timestamp"] = [Headers.Timestamp!], ["webhook-signature"] = ["v1,other", Headers.Signature!] }));
        yield return new("the signature second", Good, Headers with { Signature = $"v1,AAAA {SampleDelivery.Signature}" });
        yield return new("the signature sixteenth", Good, Headers with { Signature = string.Concat(Enumerable.Repeat("v1,wrong ", 15)) + SampleDelivery.Signature });
        yield return new("a signature of another version first", Good, Headers with { Signature = $"v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== {SampleDelivery.Signature}" });
        yield return new("an entry without a version first", Good, Headers with { Signature = $"invalid {SampleDelivery.Signature}" });
        yield return new("two spaces between signatures", Good, Headers with { Signature = $"v1,AAAA  {SampleDelivery.Signature}" });
        yield return new("spaces around the signature", Good, Headers with { Signature = $" {SampleDelivery.Signature} " });
        yield return new("signed with two keys", Good, Headers with { Signature = $"{SampleDelivery.Sign(SampleDelivery.OtherKey, SampleDelivery.Id, SampleDelivery.Timestamp, Good)} {SampleDelivery.Signature}" }) { Keys = [SampleDelivery.Key, SampleDelivery.OtherKey] };
        yield return new("the second of two keys", Good, SampleDelivery.Signed(Good, key: SampleDelivery.OtherKey)) { Keys = [SampleDelivery.Key, SampleDelivery.OtherKey], KeyLabel = "key 2" };
        yield return new("a key without its prefix", Good, Headers) { Keys = [SampleDelivery.Key["whsec_".Length..]] };
        yield return new("exactly 300 seconds old", Good, SampleDelivery.Signed(Good, timestamp: "1795251300"));
        yield return new("exactly 300 seconds ahead", Good, SampleDelivery.Signed(Good, timestamp: "1795251900"));
        yield return new("a time with a leading zero", Good, SampleDelivery.Signed(Good, timestamp: "01795251600"));
        yield return new("an id of 256 characters", Good, SampleDelivery.Signed(Good, id: new string('x', 256)));
    }

    private static IEnumerable<UnusualDelivery> InBodies()
    {
        yield return Body("JSON with white space everywhere", " {\r\n\t\"type\" : \"event\" , \"id\" : \"whe_01\" ,\n \"data\" : { \"type\" : \"session.status_idled\" , \"id\" : \"sesn_01\" } } \n");
        yield return Body("type last", """{"id":"whe_01","data":{"id":"sesn_01","organization_id":"org","type":"session.status_idled"},"type":"event"}""");
        yield return Body("escaped letters", """{"type":"event","id":"whe_01","data":{"type":"session\u002estatus_idled","id":"\u0073esn_01"}}""");
        yield return Body("unrecognized fields", """{"type":"event","id":"whe_01","retry":{"of":[3]},"data":{"type":"session.status_idled","id":"sesn_01","reason":null}}""");
        yield return Body("text that is not ASCII", """{"type":"event","id":"whe_01","data":{"type":"session.status_idled","id":"sesn_ü😀"}}""");
        yield return Body("an unrecognized type", """{"type":"event","id":"whe_01","data":{"type":"session.dreamed","id":"sesn_01"}}""") with { Type = "session.dreamed" };
        yield return Body("external storage, which has no workspace", """{"type":"event","id":"whe_01","data":{"type":"external_storage.failed","id":"estrg_01","organization_id":"org"}}""") with { Type = "external_storage.failed" };
        yield return Body("external storage that recovered", """{"type":"event","id":"whe_01","data":{"type":"external_storage.recovered","id":"estrg_01","organization_id":"org"}}""") with { Type = "external_storage.recovered" };
        yield return Body("no data", """{"type":"event","id":"whe_01"}""") with { Type = "" };
        yield return Body("a known type with a field of another type", """{"type":"event","id":"whe_01","data":{"type":"session.status_idled","id":7}}""");
        yield return Body("another id than the header", """{"type":"event","id":"whe_99","data":{"type":"session.status_idled","id":"sesn_01"}}""");
        yield return Body("exactly the maximum size", SampleDelivery.Text + new string(' ', (256 * 1024) - SampleDelivery.Text.Length));
    }

    private static UnusualDelivery Body(string name, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        return new UnusualDelivery(name, body, SampleDelivery.Signed(body));
    }
}
