using Managed.Agents.AspNetCore;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Webhooks;

/// <summary>Extension methods that verify a delivery in an <see cref="HttpRequest"/>.</summary>
/// <remarks>They read the body of the request. Call them before anything else reads it, or enable buffering and rewind the body.</remarks>
public static class WebhookHttpRequestExtensions
{
    /// <summary>Reads the body of a request, verifies the delivery and reads it.</summary>
    /// <param name="verifier">The verifier.</param>
    /// <param name="request">The request with the delivery.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public static Task<WebhookDelivery> UnwrapAsync(this WebhookVerifier verifier, HttpRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        ArgumentNullException.ThrowIfNull(request);
        return verifier.UnwrapAsync(request.Body, RequestWebhookHeaders.Of(request), cancellationToken);
    }

    /// <summary>Reads the body of a request, verifies the delivery and reads it. Returns the reason instead of throwing an exception when the delivery is rejected.</summary>
    /// <param name="verifier">The verifier.</param>
    /// <param name="request">The request with the delivery.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result, with the delivery or with the reason to reject it.</returns>
    public static Task<WebhookVerification> TryUnwrapAsync(this WebhookVerifier verifier, HttpRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        ArgumentNullException.ThrowIfNull(request);
        return verifier.TryUnwrapAsync(request.Body, RequestWebhookHeaders.Of(request), cancellationToken);
    }

    /// <summary>Reads the body of a request, verifies the delivery with the keys of the client's options and reads it.</summary>
    /// <param name="webhooks">The webhooks client.</param>
    /// <param name="request">The request with the delivery.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public static Task<WebhookDelivery> UnwrapAsync(this WebhooksClient webhooks, HttpRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhooks);
        ArgumentNullException.ThrowIfNull(request);
        return webhooks.UnwrapAsync(request.Body, RequestWebhookHeaders.Of(request), cancellationToken);
    }

    /// <summary>Reads the body of a request, verifies the delivery with the keys of the client's options and reads it. Returns the reason instead of throwing an exception when the delivery is rejected.</summary>
    /// <param name="webhooks">The webhooks client.</param>
    /// <param name="request">The request with the delivery.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result, with the delivery or with the reason to reject it.</returns>
    public static Task<WebhookVerification> TryUnwrapAsync(this WebhooksClient webhooks, HttpRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhooks);
        ArgumentNullException.ThrowIfNull(request);
        return webhooks.TryUnwrapAsync(request.Body, RequestWebhookHeaders.Of(request), cancellationToken);
    }
}
