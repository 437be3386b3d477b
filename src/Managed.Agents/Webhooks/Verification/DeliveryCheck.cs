using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Managed.Agents.Webhooks;

/// <summary>Checks one delivery: first the headers, then the body.</summary>
internal readonly struct DeliveryCheck
{
    private static readonly JsonTypeInfo<WebhookDelivery> DeliveryType = WireJson.TypeOf<WebhookDelivery>();

    private readonly SigningKeys _keys;
    private readonly WebhookHeaders _headers;
    private readonly DateTimeOffset _sentAt;

    private DeliveryCheck(SigningKeys keys, in WebhookHeaders headers, DateTimeOffset sentAt)
    {
        _keys = keys;
        _headers = headers;
        _sentAt = sentAt;
    }

    public int MaximumBodyBytes => _keys.MaximumBodyBytes;

    /// <summary>Checks the headers.</summary>
    /// <returns>The failure; <see langword="null"/> when the body can be checked.</returns>
    public static WebhookVerification? Start(SigningKeys keys, in WebhookHeaders headers, DateTimeOffset now, out DeliveryCheck check)
    {
        check = default;
        if (keys.Failure is { } noKeys)
        {
            return noKeys;
        }

        if (HeaderRules.Check(headers, now, keys, out var sentAt) is { } failure)
        {
            return failure;
        }

        check = new DeliveryCheck(keys, headers, sentAt);
        return null;
    }

    /// <summary>Verifies the body.</summary>
    public WebhookVerification Verify(ReadOnlySpan<byte> body) =>
        VerifySignature(body, out var keyLabel) ?? new WebhookVerification(_headers.Id!, _sentAt, keyLabel, delivery: null);

    /// <summary>Verifies the body and reads it.</summary>
    public WebhookVerification Unwrap(ReadOnlySpan<byte> body) => VerifySignature(body, out var keyLabel) ?? Read(body, keyLabel);

    public WebhookVerification BodyTooLarge() => new(
        WebhookVerificationFailure.BodyTooLarge,
        $"The body has more than {MaximumBodyBytes} bytes, so it was not checked. Deliveries have a few hundred. To accept larger bodies, increase {nameof(WebhookOptions)}.{nameof(WebhookOptions.MaximumBodyBytes)}.");

    private WebhookVerification? VerifySignature(ReadOnlySpan<byte> body, out string keyLabel)
    {
        keyLabel = "";
        if (body.Length > MaximumBodyBytes)
        {
            return BodyTooLarge();
        }

        if (FindMatchingKey(body) is { } label)
        {
            keyLabel = label;
            return null;
        }

        return HeaderRules.CheckSignature(_headers) ?? new WebhookVerification(
            WebhookVerificationFailure.SignatureMismatch,
            $"No signature of the delivery '{_headers.Id}' matches {_keys.Describe()}{BodyHint.For(body)}");
    }

    private string? FindMatchingKey(ReadOnlySpan<byte> body)
    {
        Span<byte> signature = stackalloc byte[WebhookSignature.Length];
        foreach (var key in _keys.Usable)
        {
            WebhookSignature.Sign(key, _headers.Id!, _headers.Timestamp!, body, signature);
            var entries = new SignatureEntries(_headers.Signature);
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

    private WebhookVerification Read(ReadOnlySpan<byte> body, string keyLabel)
    {
        var id = _headers.Id!;
        string problem;
        try
        {
            if (!Utf8.IsValid(body))
            {
                problem = "it is not valid UTF-8.";
            }
            else if (JsonSerializer.Deserialize(body, DeliveryType) is { } delivery)
            {
                return new WebhookVerification(id, _sentAt, keyLabel, delivery.AsReceived(id, _sentAt, keyLabel));
            }
            else
            {
                problem = "it is a JSON null.";
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The message of the parser can quote the body.
            problem = exception is JsonException { LineNumber: { } line, BytePositionInLine: { } position }
                ? $"the error is in line {line + 1}, byte {position + 1}."
                : "it is not a JSON object with the fields of a delivery.";
        }

        return new WebhookVerification(
            WebhookVerificationFailure.InvalidBody, $"The signature of the delivery '{id}' matches, but its body cannot be read: {problem}");
    }
}
