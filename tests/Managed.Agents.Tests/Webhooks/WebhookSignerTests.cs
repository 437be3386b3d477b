using System.Text.Json;
using Managed.Agents.Webhooks;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Webhooks;

public sealed class WebhookSignerTests
{
    [Fact]
    public void The_signature_equals_that_of_another_implementation() =>
        new WebhookSigner(SampleDelivery.Key, SampleDelivery.Clock()).Sign(SampleDelivery.Body, SampleDelivery.Id).ShouldBe(SampleDelivery.Headers);

    [Fact]
    public async Task A_signed_delivery_is_accepted_over_HTTP()
    {
        var signed = new WebhookSigner(SampleDelivery.Key, SampleDelivery.Clock()).Sign(new VaultCredentialRefreshFailedWebhook { Id = "vcrd_1", VaultId = "vlt_1" }, "whe_7");
        using var request = signed.ToRequest(new Uri("https://example.com/hook"));

        request.Method.ShouldBe(HttpMethod.Post);
        request.Content!.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var delivery = SampleDelivery.Verifier().Unwrap(await request.Content.ReadAsByteArrayAsync(), WebhookHeaders.From(request.Headers));
        delivery.Id.ShouldBe("whe_7");
        delivery.CreatedAt.ShouldBe(SampleDelivery.Clock().GetUtcNow());
        delivery.Event.ShouldBe(new VaultCredentialRefreshFailedWebhook { Id = "vcrd_1", VaultId = "vlt_1" });
    }

    [Fact]
    public void An_unrecognized_event_can_be_signed()
    {
        var unknown = new UnknownWebhook(JsonElement.Parse("""{"type":"future.event","id":"x_1","more":[1,2]}"""));
        var signed = new WebhookSigner(SampleDelivery.Key, SampleDelivery.Clock()).Sign(unknown, "whe_8");

        var read = SampleDelivery.Verifier().Unwrap(signed.Body.Span, signed.Headers).Event.ShouldBeOfType<UnknownWebhook>();

        read.Type.ShouldBe("future.event");
        read.Id.ShouldBe("x_1");
        read.Json.GetProperty("more").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void Another_attempt_has_the_same_id_and_another_timestamp()
    {
        var delivery = new WebhookDelivery { Id = "whe_9", Event = new AgentCreatedWebhook { Id = "agent_1" } };
        var signer = new WebhookSigner(SampleDelivery.Key, SampleDelivery.Clock());

        var first = signer.Sign(delivery);
        var second = signer.Sign(delivery, SampleDelivery.Clock().GetUtcNow().AddSeconds(30));

        second.Body.ToArray().ShouldBe(first.Body.ToArray());
        second.Headers.Id.ShouldBe(first.Headers.Id);
        second.Headers.Signature.ShouldNotBe(first.Headers.Signature);
        SampleDelivery.Verifier().Unwrap(second.Body.Span, second.Headers).SentAt.ShouldBe(SampleDelivery.Clock().GetUtcNow().AddSeconds(30));
    }

    [Fact]
    public void An_invalid_key_is_not_shown() =>
        Should.Throw<ArgumentException>(() => new WebhookSigner("whsec_secret!")).Message.ShouldNotContain("secret!");
}
