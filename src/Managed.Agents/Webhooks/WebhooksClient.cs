namespace Managed.Agents.Webhooks;

/// <summary>Verifies webhook deliveries of the service, and manages the endpoints that they are sent to.</summary>
/// <remarks>Deliveries are verified with the keys of the client's options. Verifying sends no request.</remarks>
public class WebhooksClient
{
    private readonly WebhookVerifier _verifier;

    internal WebhooksClient(ApiConnection connection, CallOptions options)
    {
        var keys = connection.Settings.Webhooks;
        _verifier = new WebhookVerifier(() => keys, connection.Time);
        Endpoints = new WebhookEndpointsClient(connection, options);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected WebhooksClient()
    {
        _verifier = null!;
        Endpoints = null!;
    }

    /// <summary>The webhook endpoints of the organization.</summary>
    public virtual WebhookEndpointsClient Endpoints { get; }

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public virtual WebhookDelivery Unwrap(ReadOnlySpan<byte> body, WebhookHeaders headers) => _verifier.Unwrap(body, headers);

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="header">Returns the value of the header with a lower-case name; <see langword="null"/> when it is missing. For example <c>name => request.Headers[name]</c>.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public virtual WebhookDelivery Unwrap(ReadOnlySpan<byte> body, Func<string, string?> header) => _verifier.Unwrap(body, header);

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, decoded from UTF-8 and otherwise exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public virtual WebhookDelivery Unwrap(string body, WebhookHeaders headers) => _verifier.Unwrap(body, headers);

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, decoded from UTF-8 and otherwise exactly as it was received.</param>
    /// <param name="header">Returns the value of the header with a lower-case name; <see langword="null"/> when it is missing. For example <c>name => request.Headers[name]</c>.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public virtual WebhookDelivery Unwrap(string body, Func<string, string?> header) => _verifier.Unwrap(body, header);

    /// <summary>Reads a body to its end, verifies the delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it is received. It is not disposed.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The delivery.</returns>
    /// <remarks>The body is not read when the headers are invalid, and no further than one byte beyond <see cref="WebhookOptions.MaximumBodyBytes"/>.</remarks>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public virtual Task<WebhookDelivery> UnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default) =>
        _verifier.UnwrapAsync(body, headers, cancellationToken);

    /// <summary>Reads a body to its end, verifies the delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it is received. It is not disposed.</param>
    /// <param name="header">Returns the value of the header with a lower-case name; <see langword="null"/> when it is missing. For example <c>name => request.Headers[name]</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The delivery.</returns>
    /// <remarks>The body is not read when the headers are invalid, and no further than one byte beyond <see cref="WebhookOptions.MaximumBodyBytes"/>.</remarks>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public virtual Task<WebhookDelivery> UnwrapAsync(Stream body, Func<string, string?> header, CancellationToken cancellationToken = default) =>
        _verifier.UnwrapAsync(body, header, cancellationToken);

    /// <summary>Verifies a delivery and reads it. Returns the reason instead of throwing an exception when the delivery is rejected.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The result, with the delivery or with the reason to reject it.</returns>
    public virtual WebhookVerification TryUnwrap(ReadOnlySpan<byte> body, WebhookHeaders headers) => _verifier.TryUnwrap(body, headers);

    /// <summary>Verifies a delivery and reads it. Returns the reason instead of throwing an exception when the delivery is rejected.</summary>
    /// <param name="body">The body, decoded from UTF-8 and otherwise exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The result, with the delivery or with the reason to reject it.</returns>
    public virtual WebhookVerification TryUnwrap(string body, WebhookHeaders headers) => _verifier.TryUnwrap(body, headers);

    /// <summary>Reads a body to its end, verifies the delivery and reads it. Returns the reason instead of throwing an exception when the delivery is rejected.</summary>
    /// <param name="body">The body, exactly as it is received. It is not disposed.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result, with the delivery or with the reason to reject it.</returns>
    /// <remarks>The body is not read when the headers are invalid, and no further than one byte beyond <see cref="WebhookOptions.MaximumBodyBytes"/>.</remarks>
    public virtual Task<WebhookVerification> TryUnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default) =>
        _verifier.TryUnwrapAsync(body, headers, cancellationToken);
}
