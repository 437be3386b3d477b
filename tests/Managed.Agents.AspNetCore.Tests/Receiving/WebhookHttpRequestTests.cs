using Managed.Agents.AspNetCore.Tests.Framework;
using Managed.Agents.Testing;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests.Receiving;

/// <summary>A verifier and a client accept an <see cref="HttpRequest"/>.</summary>
public sealed class WebhookHttpRequestTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_signed_request_is_unwrapped()
    {
        var verifier = new WebhookVerifier(WebhookReceiver.Key, _clock);
        using var client = Client();

        (await verifier.UnwrapAsync(Request())).Event.ShouldBeOfType<SessionStatusIdledWebhook>().Id.ShouldBe("sesn_1");
        (await verifier.TryUnwrapAsync(Request())).Delivery.ShouldNotBeNull().Id.ShouldBe("whe_1");
        (await client.Webhooks.UnwrapAsync(Request())).Event.ShouldBeOfType<SessionStatusIdledWebhook>().Id.ShouldBe("sesn_1");
        (await client.Webhooks.TryUnwrapAsync(Request())).Delivery.ShouldNotBeNull().Id.ShouldBe("whe_1");
    }

    [Fact]
    public async Task An_unsigned_request_is_rejected()
    {
        var verifier = new WebhookVerifier(WebhookReceiver.Key, _clock);
        using var client = Client();

        (await Should.ThrowAsync<WebhookVerificationException>(() => verifier.UnwrapAsync(Unsigned()))).Failure.ShouldBe(WebhookVerificationFailure.MissingHeader);
        (await verifier.TryUnwrapAsync(Unsigned())).Failure.ShouldBe(WebhookVerificationFailure.MissingHeader);
        (await Should.ThrowAsync<WebhookVerificationException>(() => client.Webhooks.UnwrapAsync(Unsigned()))).Failure.ShouldBe(WebhookVerificationFailure.MissingHeader);
        (await client.Webhooks.TryUnwrapAsync(Unsigned())).Failure.ShouldBe(WebhookVerificationFailure.MissingHeader);
    }

    [Fact]
    public async Task Repeated_headers_are_accepted_for_signatures_only()
    {
        var verifier = new WebhookVerifier(WebhookReceiver.Key, _clock);
        var signatures = Request();
        signatures.Headers[WebhookHeaders.SignatureName] = new string?[] { "v1,AAAA", signatures.Headers[WebhookHeaders.SignatureName] };
        var ids = Request();
        ids.Headers[WebhookHeaders.IdName] = new string?[] { "whe_1", "whe_1" };

        (await verifier.TryUnwrapAsync(signatures)).IsVerified.ShouldBeTrue();
        (await verifier.TryUnwrapAsync(ids)).Failure.ShouldBe(WebhookVerificationFailure.SignatureMismatch);
    }

    private static HttpRequest Unsigned() => new DefaultHttpContext().Request;

    private HttpRequest Request()
    {
        var signed = new WebhookSigner(WebhookReceiver.Key, _clock).Sign(new SessionStatusIdledWebhook { Id = "sesn_1" }, "whe_1");
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(signed.Body.ToArray());
        request.Headers[WebhookHeaders.IdName] = signed.Headers.Id;
        request.Headers[WebhookHeaders.TimestampName] = signed.Headers.Timestamp;
        request.Headers[WebhookHeaders.SignatureName] = signed.Headers.Signature;
        return request;
    }

    private ManagedAgentsClient Client() => new(new ManagedAgentsOptions { ApiKey = "key", WebhookSigningKey = WebhookReceiver.Key }, timeProvider: _clock);
}
