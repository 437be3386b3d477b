using System.Text.Json;
using Managed.Agents.Webhooks;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Webhooks;

public sealed class WebhookSignerTests
{
    [Fact]
    public void It_signs_as_another_implementation_does() =>
        new WebhookSigner(Delivered.Key, Delivered.Clock()).Sign(Delivered.Body, Delivered.Id).ShouldBe(Delivered.Headers);

    [Fact]
    public async Task What_it_signs_is_accepted_over_HTTP()
    {
        var signed = new WebhookSigner(Delivered.Key, Delivered.Clock()).Sign(new VaultCredentialRefreshFailedWebhook { Id = "vcrd_1", VaultId = "vlt_1" }, "whe_7");
        using var request = signed.ToRequest(new Uri("https://example.com/hook"));

        request.Method.ShouldBe(HttpMethod.Post);
        request.Content!.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var delivery = Delivered.Verifier().Unwrap(await request.Content.ReadAsByteArrayAsync(), WebhookHeaders.From(request.Headers));
        delivery.Id.ShouldBe("whe_7");
        delivery.CreatedAt.ShouldBe(Delivered.Clock().GetUtcNow());
        delivery.Event.ShouldBe(new VaultCredentialRefreshFailedWebhook { Id = "vcrd_1", VaultId = "vlt_1" });
    }

    [Fact]
    public void It_signs_what_this_version_does_not_know()
    {
        var unknown = new UnknownWebhook(JsonElement.Parse("""{"type":"of.tomorrow","id":"x_1","more":[1,2]}"""));
        var signed = new WebhookSigner(Delivered.Key, Delivered.Clock()).Sign(unknown, "whe_8");

        var read = Delivered.Verifier().Unwrap(signed.Body.Span, signed.Headers).Event.ShouldBeOfType<UnknownWebhook>();

        read.Type.ShouldBe("of.tomorrow");
        read.Id.ShouldBe("x_1");
        read.Json.GetProperty("more").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void A_second_attempt_has_the_same_id_and_another_time()
    {
        var delivery = new WebhookDelivery { Id = "whe_9", Event = new AgentCreatedWebhook { Id = "agent_1" } };
        var signer = new WebhookSigner(Delivered.Key, Delivered.Clock());

        var first = signer.Sign(delivery);
        var second = signer.Sign(delivery, Delivered.Clock().GetUtcNow().AddSeconds(30));

        second.Body.ToArray().ShouldBe(first.Body.ToArray());
        second.Headers.Id.ShouldBe(first.Headers.Id);
        second.Headers.Signature.ShouldNotBe(first.Headers.Signature);
        Delivered.Verifier().Unwrap(second.Body.Span, second.Headers).SentAt.ShouldBe(Delivered.Clock().GetUtcNow().AddSeconds(30));
    }

    [Fact]
    public void A_key_that_is_none_is_not_shown() =>
        Should.Throw<ArgumentException>(() => new WebhookSigner("whsec_secret!")).Message.ShouldNotContain("secret!");
}
