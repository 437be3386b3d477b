using Microsoft.Extensions.Options;

namespace Managed.Agents.Webhooks;

/// <summary>Verifies that deliveries were sent by the service, and reads them.</summary>
/// <remarks>
/// <para>
/// It works on the raw bytes of the body, exactly as they were received: verify first, parse later. No API key is needed. It logs nothing,
/// and its messages contain neither bodies nor keys.
/// </para>
/// <para>
/// Thread-safe; create one and reuse it. A verified delivery was signed recently but can be a duplicate: store the ids to detect duplicates.
/// </para>
/// </remarks>
public sealed class WebhookVerifier
{
    private readonly Func<WebhookOptions> _options;
    private readonly TimeProvider _time;
    private SigningKeys? _keys;

    /// <summary>Initializes a new instance of the <see cref="WebhookVerifier"/> class with the key of the environment variable <c>ANTHROPIC_WEBHOOK_SIGNING_KEY</c>. Without it, every delivery is rejected.</summary>
    public WebhookVerifier()
        : this(new WebhookOptions())
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WebhookVerifier"/> class with one key.</summary>
    /// <param name="signingKey">The signing key (<c>whsec_…</c>), as the service showed it when the endpoint was created.</param>
    /// <param name="timeProvider">The clock to compare the timestamps with. <see langword="null"/> for the system clock.</param>
    /// <exception cref="ArgumentException">The key is invalid. The message does not contain it.</exception>
    public WebhookVerifier(string signingKey, TimeProvider? timeProvider = null)
        : this(new WebhookOptions().With(signingKey ?? throw new ArgumentNullException(nameof(signingKey))), timeProvider)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WebhookVerifier"/> class with options.</summary>
    /// <param name="options">The keys and limits. They are copied; later changes have no effect.</param>
    /// <param name="timeProvider">The clock to compare the timestamps with. <see langword="null"/> for the system clock.</param>
    /// <exception cref="ArgumentException">An option is invalid. The message names the option, the rule and the fix.</exception>
    public WebhookVerifier(WebhookOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = options.Copy();
        if (copy.Failures().ToList() is { Count: > 0 } failures)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, failures), nameof(options));
        }

        _options = () => copy;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Initializes a new instance of the <see cref="WebhookVerifier"/> class with the options of a host. Changed keys are used from the next delivery on.</summary>
    /// <param name="options">The keys and limits. While no key is valid, every delivery is rejected.</param>
    /// <param name="timeProvider">The clock to compare the timestamps with. <see langword="null"/> for the system clock.</param>
    public WebhookVerifier(IOptionsMonitor<WebhookOptions> options, TimeProvider? timeProvider = null)
        : this(() => options.CurrentValue, timeProvider ?? TimeProvider.System) => ArgumentNullException.ThrowIfNull(options);

    internal WebhookVerifier(Func<WebhookOptions> options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public WebhookDelivery Unwrap(ReadOnlySpan<byte> body, WebhookHeaders headers) => VerifiedDelivery(TryUnwrap(body, headers));

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="header">Returns the value of the header with a lower-case name; <see langword="null"/> when it is missing. For example <c>name => request.Headers[name]</c>.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public WebhookDelivery Unwrap(ReadOnlySpan<byte> body, Func<string, string?> header) => Unwrap(body, WebhookHeaders.From(header));

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, decoded from UTF-8 and otherwise exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public WebhookDelivery Unwrap(string body, WebhookHeaders headers) => VerifiedDelivery(TryUnwrap(body, headers));

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, decoded from UTF-8 and otherwise exactly as it was received.</param>
    /// <param name="header">Returns the value of the header with a lower-case name; <see langword="null"/> when it is missing. For example <c>name => request.Headers[name]</c>.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public WebhookDelivery Unwrap(string body, Func<string, string?> header) => Unwrap(body, WebhookHeaders.From(header));

    /// <summary>Reads a body to its end, verifies the delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it is received. It is not disposed.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The delivery.</returns>
    /// <remarks>The body is not read when the headers are invalid, and no further than one byte beyond <see cref="WebhookOptions.MaximumBodyBytes"/>.</remarks>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public async Task<WebhookDelivery> UnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default) =>
        VerifiedDelivery(await TryUnwrapAsync(body, headers, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads a body to its end, verifies the delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it is received. It is not disposed.</param>
    /// <param name="header">Returns the value of the header with a lower-case name; <see langword="null"/> when it is missing. For example <c>name => request.Headers[name]</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The delivery.</returns>
    /// <remarks>The body is not read when the headers are invalid, and no further than one byte beyond <see cref="WebhookOptions.MaximumBodyBytes"/>.</remarks>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified. <see cref="WebhookVerificationException.Failure"/> is the reason.</exception>
    public Task<WebhookDelivery> UnwrapAsync(Stream body, Func<string, string?> header, CancellationToken cancellationToken = default) =>
        UnwrapAsync(body, WebhookHeaders.From(header), cancellationToken);

    /// <summary>Verifies a delivery and reads it. Returns the reason instead of throwing an exception when the delivery is rejected.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The result, with the delivery or with the reason to reject it.</returns>
    public WebhookVerification TryUnwrap(ReadOnlySpan<byte> body, WebhookHeaders headers) => Start(headers, out var check) ?? check.Unwrap(body);

    /// <summary>Verifies a delivery and reads it. Returns the reason instead of throwing an exception when the delivery is rejected.</summary>
    /// <param name="body">The body, decoded from UTF-8 and otherwise exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The result, with the delivery or with the reason to reject it.</returns>
    public WebhookVerification TryUnwrap(string body, WebhookHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (Start(headers, out var check) is { } failure)
        {
            return failure;
        }

        using var bytes = LimitedBody.Encode(body, check.MaximumBodyBytes);
        return bytes is null ? check.BodyTooLarge() : check.Unwrap(bytes.Bytes);
    }

    /// <summary>Reads a body to its end, verifies the delivery and reads it. Returns the reason instead of throwing an exception when the delivery is rejected.</summary>
    /// <param name="body">The body, exactly as it is received. It is not disposed.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result, with the delivery or with the reason to reject it.</returns>
    /// <remarks>The body is not read when the headers are invalid, and no further than one byte beyond <see cref="WebhookOptions.MaximumBodyBytes"/>.</remarks>
    public async Task<WebhookVerification> TryUnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (Start(headers, out var check) is { } failure)
        {
            return failure;
        }

        using var bytes = await LimitedBody.ReadAsync(body, check.MaximumBodyBytes, cancellationToken).ConfigureAwait(false);
        return bytes is null ? check.BodyTooLarge() : check.Unwrap(bytes.Bytes);
    }

    /// <summary>Verifies a delivery without reading it, for example to put its bytes into a queue. Deserialize them later with <see cref="ManagedAgentsJson.Options"/>.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The result, with the id and the label of the key or with the reason to reject the delivery.</returns>
    public WebhookVerification Verify(ReadOnlySpan<byte> body, WebhookHeaders headers) => Start(headers, out var check) ?? check.Verify(body);

    private static WebhookDelivery VerifiedDelivery(WebhookVerification result)
    {
        result.EnsureVerified();
        return result.Delivery!;
    }

    private WebhookVerification? Start(in WebhookHeaders headers, out DeliveryCheck check) =>
        DeliveryCheck.Start(CurrentKeys(), headers, _time.GetUtcNow(), out check);

    private SigningKeys CurrentKeys()
    {
        var options = _options();
        var keys = _keys;
        if (keys is null || !ReferenceEquals(keys.Source, options))
        {
            keys = new SigningKeys(options);
            _keys = keys;
        }

        return keys;
    }
}
