namespace Managed.Agents.Webhooks;

/// <summary>Webhooks: the events that the service posts to addresses of yours.</summary>
public class WebhooksClient
{
    private readonly WebhookVerifier _verifier;

    internal WebhooksClient(ApiConnection connection, CallOptions options)
    {
        var keys = connection.Settings.Webhooks;
        _verifier = new WebhookVerifier(() => keys, connection.Time);
        Endpoints = new WebhookEndpointsClient(connection, options);
    }

    /// <summary>For mocking.</summary>
    protected WebhooksClient()
    {
        _verifier = null!;
        Endpoints = null!;
    }

    /// <summary>The addresses of the organization to which events go.</summary>
    public virtual WebhookEndpointsClient Endpoints { get; }

    /// <summary>Verifies a delivery with the keys of the client's options, and reads it. Nothing is sent.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="header">Gives a header by its name in lower case; null when it is not there. For example <c>name => request.Headers[name]</c>.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">It is refused; <see cref="WebhookVerificationException.Reason"/> says why.</exception>
    public virtual WebhookDelivery Unwrap(ReadOnlySpan<byte> body, Func<string, string?> header) => _verifier.Unwrap(body, header);

    /// <summary>Verifies a delivery with the keys of the client's options, and reads it. Nothing is sent.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">It is refused; <see cref="WebhookVerificationException.Reason"/> says why.</exception>
    public virtual WebhookDelivery Unwrap(ReadOnlySpan<byte> body, WebhookHeaders headers) => _verifier.Unwrap(body, headers);

    /// <summary>Verifies a delivery with the keys of the client's options, and reads it, without an exception when it is refused. Nothing is sent.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The outcome, with the delivery or with the reason to refuse it.</returns>
    public virtual WebhookVerification TryUnwrap(ReadOnlySpan<byte> body, WebhookHeaders headers) => _verifier.TryUnwrap(body, headers);

    /// <summary>Reads a body to its end, unless it is too large, verifies the delivery with the keys of the client's options, and reads it. Nothing is sent.</summary>
    /// <param name="body">The body, exactly as it is received. It is not disposed.</param>
    /// <param name="headers">The headers of the delivery. When they cannot be right, the body is not read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">It is refused; <see cref="WebhookVerificationException.Reason"/> says why.</exception>
    public virtual Task<WebhookDelivery> UnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default) =>
        _verifier.UnwrapAsync(body, headers, cancellationToken);
}
