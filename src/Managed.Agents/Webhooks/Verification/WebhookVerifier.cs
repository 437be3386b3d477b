using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Options;

namespace Managed.Agents.Webhooks;

/// <summary>Tells deliveries of the service from everything else that may arrive at a public address, and reads them.</summary>
/// <remarks>
/// <para>
/// It works on the raw bytes of the body, exactly as they were received: verify first, parse after. It needs no API key. Nothing is
/// logged by it, and neither bodies nor keys are in what it says.
/// </para>
/// <para>Thread-safe; make one and keep it. What it accepts was signed lately, and may still have come before: remember the ids.</para>
/// </remarks>
public sealed class WebhookVerifier
{
    private readonly Func<WebhookOptions> _options;
    private readonly TimeProvider _time;
    private SigningKeys? _keys;

    /// <summary>Verifies with the key of the environment variable <c>ANTHROPIC_WEBHOOK_SIGNING_KEY</c>; refuses everything when there is none.</summary>
    public WebhookVerifier()
        : this(new WebhookOptions())
    {
    }

    /// <summary>Verifies with one key.</summary>
    /// <param name="signingKey">The signing key (<c>whsec_…</c>), as the service showed it when the endpoint was made.</param>
    /// <param name="timeProvider">The clock that times of attempts are compared with.</param>
    /// <exception cref="ArgumentException">The text is no key. The message does not contain it.</exception>
    public WebhookVerifier(string signingKey, TimeProvider? timeProvider = null)
        : this(new WebhookOptions().With(signingKey ?? throw new ArgumentNullException(nameof(signingKey))), timeProvider)
    {
    }

    /// <summary>Verifies with any number of keys.</summary>
    /// <param name="options">Keys and limits. They are read now; later changes have no effect.</param>
    /// <param name="timeProvider">The clock that times of attempts are compared with.</param>
    /// <exception cref="ArgumentException">An option cannot be used; the message names it, the rule and the way out.</exception>
    public WebhookVerifier(WebhookOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var used = options.Copy();
        if (used.Failures().ToList() is { Count: > 0 } failures)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, failures), nameof(options));
        }

        _options = () => used;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Verifies with the keys of a host's options. A key that is replaced there counts from the next delivery on.</summary>
    /// <param name="options">Keys and limits. While no key of theirs is one, every delivery is refused.</param>
    /// <param name="timeProvider">The clock that times of attempts are compared with.</param>
    public WebhookVerifier(IOptionsMonitor<WebhookOptions> options, TimeProvider? timeProvider = null)
        : this(() => options.CurrentValue, timeProvider ?? TimeProvider.System) => ArgumentNullException.ThrowIfNull(options);

    internal WebhookVerifier(Func<WebhookOptions> options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="header">Gives a header by its name in lower case; null when it is not there. For example <c>name => request.Headers[name]</c>.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">It is refused; <see cref="WebhookVerificationException.Reason"/> says why.</exception>
    public WebhookDelivery Unwrap(ReadOnlySpan<byte> body, Func<string, string?> header) => Unwrap(body, WebhookHeaders.From(header));

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">It is refused; <see cref="WebhookVerificationException.Reason"/> says why.</exception>
    public WebhookDelivery Unwrap(ReadOnlySpan<byte> body, WebhookHeaders headers)
    {
        var outcome = TryUnwrap(body, headers);
        outcome.ThrowIfRefused();
        return outcome.Delivery!;
    }

    /// <summary>Reads a body to its end, unless it is too large, verifies the delivery and reads it.</summary>
    /// <param name="body">The body, exactly as it is received. It is not disposed.</param>
    /// <param name="headers">The headers of the delivery. When they cannot be right, the body is not read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookVerificationException">It is refused; <see cref="WebhookVerificationException.Reason"/> says why.</exception>
    public async Task<WebhookDelivery> UnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default)
    {
        var outcome = await TryUnwrapAsync(body, headers, cancellationToken).ConfigureAwait(false);
        outcome.ThrowIfRefused();
        return outcome.Delivery!;
    }

    /// <summary>Verifies a delivery and reads it, without an exception when it is refused.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The outcome, with the delivery or with the reason to refuse it.</returns>
    public WebhookVerification TryUnwrap(ReadOnlySpan<byte> body, WebhookHeaders headers) =>
        Refuse(body, headers, out var sentAt, out var label) ?? Read(body, headers.Id!, sentAt, label);

    /// <summary>Reads a body to its end, unless it is too large, verifies the delivery and reads it, without an exception when it is refused.</summary>
    /// <param name="body">The body, exactly as it is received. It is not disposed.</param>
    /// <param name="headers">The headers of the delivery. When they cannot be right, the body is not read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The outcome, with the delivery or with the reason to refuse it.</returns>
    public async Task<WebhookVerification> TryUnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        var keys = Keys();
        if (keys.Refusal is { } refusal || (refusal = HeaderRules.Refusal(headers, _time.GetUtcNow(), keys, out _)) is not null)
        {
            return refusal;
        }

        using var bytes = await LimitedBody.ReadAsync(body, keys.MaximumBodyBytes, cancellationToken).ConfigureAwait(false);
        return bytes is null ? TooLarge(keys) : TryUnwrap(bytes.Bytes, headers);
    }

    /// <summary>Verifies a delivery without reading it, for example to put its bytes into a queue. Read them there with <see cref="ManagedAgentsJson.Options"/>.</summary>
    /// <param name="body">The body, exactly as it was received.</param>
    /// <param name="headers">The headers of the delivery.</param>
    /// <returns>The outcome: the id and the key, or the reason to refuse the delivery.</returns>
    public WebhookVerification Verify(ReadOnlySpan<byte> body, WebhookHeaders headers) =>
        Refuse(body, headers, out var sentAt, out var label) ?? new WebhookVerification(headers.Id!, sentAt, label, delivery: null);

    private WebhookVerification? Refuse(ReadOnlySpan<byte> body, in WebhookHeaders headers, out DateTimeOffset sentAt, out string label)
    {
        sentAt = default;
        label = "";
        var keys = Keys();
        if (keys.Refusal is { } refusal || (refusal = HeaderRules.Refusal(headers, _time.GetUtcNow(), keys, out sentAt)) is not null)
        {
            return refusal;
        }

        if (body.Length > keys.MaximumBodyBytes)
        {
            return TooLarge(keys);
        }

        if (Match(keys, body, headers) is { } matched)
        {
            label = matched;
            return null;
        }

        return HeaderRules.SignatureRefusal(headers)
            ?? new WebhookVerification(WebhookRefusal.NoMatch, $"No signature of the delivery '{headers.Id}' matches {keys.Describe()}{BodyHint.For(body)}");
    }

    private static string? Match(SigningKeys keys, ReadOnlySpan<byte> body, in WebhookHeaders headers)
    {
        Span<byte> signature = stackalloc byte[WebhookSignature.Length];
        foreach (var key in keys.Usable)
        {
            WebhookSignature.Sign(key.Bytes, headers.Id!, headers.Timestamp!, body, signature);
            var entries = new SignatureEntries(headers.Signature);
            while (entries.MoveNext())
            {
                if (WebhookSignature.Matches(entries.Current, signature))
                {
                    return key.Label;
                }
            }
        }

        return null;
    }

    private static WebhookVerification Read(ReadOnlySpan<byte> body, string id, DateTimeOffset sentAt, string keyLabel)
    {
        string why;
        try
        {
            if (Utf8.IsValid(body))
            {
                return new WebhookVerification(id, sentAt, keyLabel, DeliveryReader.Read(body).Received(id, sentAt, keyLabel));
            }

            why = "it is not UTF-8.";
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            // The parser's own message can quote the body.
            why = problem is JsonException { LineNumber: { } line, BytePositionInLine: { } position } ? $"the problem is in line {line + 1}, byte {position + 1}." : "it is no object with fields of the right kinds.";
        }

        return new WebhookVerification(
            WebhookRefusal.NotJson, $"The signature of the delivery '{id}' matches, but its body cannot be read as one: {why}");
    }

    private static WebhookVerification TooLarge(SigningKeys keys) => new(
        WebhookRefusal.TooLarge,
        $"The body has more than {keys.MaximumBodyBytes} bytes, and was not looked at. Deliveries have some hundred; {nameof(WebhookOptions)}.{nameof(WebhookOptions.MaximumBodyBytes)} is the limit.");

    private SigningKeys Keys()
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
