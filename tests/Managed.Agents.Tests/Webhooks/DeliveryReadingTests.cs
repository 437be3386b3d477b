using System.Text;
using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>The verifier reads every type of event in the same way as an application that deserializes a stored body.</summary>
public sealed class DeliveryReadingTests
{
    public static TheoryData<string, string> Bodies { get; } = Theories.Each(
        typeof(WebhookEvent).Assembly.GetExportedTypes().Where(static type => type.BaseType == typeof(WebhookEvent) && type != typeof(UnknownWebhook)).Select(static type => type.Name),
        ["as sent", "type last", "reordered, spaced and escaped", "with more fields", "with nulls", "with nothing", "with numbers"]);

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Every_type_is_read_as_a_stored_body_is(string record, string form)
    {
        var type = ((WebhookEvent)Activator.CreateInstance(typeof(WebhookEvent).Assembly.GetType($"Managed.Agents.Webhooks.{record}", throwOnError: true)!)!).Type;
        const string ids = "\"id\":\"a\",\"organization_id\":\"b\",\"workspace_id\":\"c\",\"session_thread_id\":\"d\",\"vault_id\":\"e\",\"enforcement_action_id\":\"f\"";
        var data = form switch
        {
            "as sent" => $"{{\"type\":\"{type}\",{ids}}}",
            "type last" => $"{{{ids},\"type\":\"{type}\"}}",
            "reordered, spaced and escaped" => $"{{ \"organization_id\" : \"\\u0062\", \"ty\\u0070e\" : \"{type}\" ,\n\"\\u0069d\": \"a\" }}",
            "with more fields" => $"{{\"type\":\"{type}\",{ids},\"more\":{{\"of\":[1,null]}},\"\\u0061gain\":2}}",
            "with nulls" => $"{{\"type\":\"{type}\",\"id\":null,\"organization_id\":null,\"workspace_id\":null,\"vault_id\":null,\"session_thread_id\":null}}",
            "with nothing" => $"{{\"type\":\"{type}\"}}",
            _ => $"{{\"type\":\"{type}\",\"id\":7}}",
        };
        var body = Encoding.UTF8.GetBytes($"{{\"type\":\"event\",\"id\":\"whe_01\",\"more\":[true],\"created_at\":\"2026-11-21T08:59:58.123456Z\",\"data\":{data}}}");

        var read = SampleDelivery.Verifier().Unwrap(body, SampleDelivery.Signed(body));

        var expected = JsonSerializer.Deserialize<WebhookDelivery>(body, ManagedAgentsJson.Options)!;
        read.CreatedAt.ShouldBe(expected.CreatedAt);
        read.AdditionalFields.Keys.ShouldBe(expected.AdditionalFields.Keys);
        read.Event.ShouldBe(expected.Event);
        JsonSerializer.Serialize(read, ManagedAgentsJson.Options).ShouldBe(JsonSerializer.Serialize(expected, ManagedAgentsJson.Options));
    }
}
