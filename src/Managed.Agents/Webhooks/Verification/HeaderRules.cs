using System.Buffers;
using System.Globalization;

namespace Managed.Agents.Webhooks;

/// <summary>The rules that the headers of a delivery must meet before a signature is computed.</summary>
internal static class HeaderRules
{
    private const int MaximumIdLength = 256;
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(static code => (char)code).Where(static character => character != '.')]);

    /// <summary>Checks the id and the timestamp, and that the signature exists.</summary>
    /// <returns>The failure; <see langword="null"/> when the headers are valid.</returns>
    public static WebhookVerification? Check(in WebhookHeaders headers, DateTimeOffset now, SigningKeys keys, out DateTimeOffset sentAt)
    {
        sentAt = default;
        if (MissingHeader(headers) is { } missing)
        {
            return new WebhookVerification(
                WebhookVerificationFailure.MissingHeader,
                $"The header {missing} is missing. Every delivery of the service has it: check whether a proxy or a gateway removes it.");
        }

        // With a full stop in the id, the same signed bytes could be split into id, timestamp and body in another way.
        if (headers.Id!.Length > MaximumIdLength || headers.Id.AsSpan().ContainsAnyExcept(IdCharacters))
        {
            return InvalidHeader(WebhookHeaders.IdName, $"is not a valid id: it must have at most {MaximumIdLength} visible ASCII characters and no full stop.");
        }

        if (!TryParseSeconds(headers.Timestamp!, out var seconds))
        {
            return InvalidHeader(WebhookHeaders.TimestampName, "is not a valid time: it must be a whole number of seconds since 1970, in digits.");
        }

        sentAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var age = now.ToUnixTimeSeconds() - seconds;
        return age > keys.Tolerance ? OutsideTolerance(headers.Id, WebhookVerificationFailure.TimestampTooOld, age, "old", keys)
            : -age > keys.Tolerance ? OutsideTolerance(headers.Id, WebhookVerificationFailure.TimestampInFuture, -age, "in the future", keys)
            : null;
    }

    /// <summary>Checks the form of a signature that does not match. A signature that matches needs no check.</summary>
    /// <returns>The failure; <see langword="null"/> when the form is valid.</returns>
    public static WebhookVerification? CheckSignature(in WebhookHeaders headers) =>
        HasEntry(headers.Signature) ? null : InvalidHeader(WebhookHeaders.SignatureName, "has no entry of the form version,signature.");

    private static string? MissingHeader(in WebhookHeaders headers) =>
        string.IsNullOrEmpty(headers.Id) ? WebhookHeaders.IdName
        : string.IsNullOrEmpty(headers.Timestamp) ? WebhookHeaders.TimestampName
        : string.IsNullOrEmpty(headers.Signature) ? WebhookHeaders.SignatureName
        : null;

    private static WebhookVerification InvalidHeader(string header, string problem) =>
        new(WebhookVerificationFailure.InvalidHeader, $"The header {header} {problem}");

    private static WebhookVerification OutsideTolerance(string id, WebhookVerificationFailure failure, long seconds, string direction, SigningKeys keys) => new(
        failure,
        string.Create(CultureInfo.InvariantCulture, $"The delivery '{id}' is {seconds} seconds {direction}, but at most {keys.Tolerance} are allowed. If it was just sent, correct the clock of this machine. If it waited in a queue, verify it before it is enqueued."));

    // Digits only, and within the range of a date: no sign, no fraction, no spaces, in any culture.
    private static bool TryParseSeconds(string text, out long seconds) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private static bool HasEntry(string? header)
    {
        var entries = new SignatureEntries(header);
        while (entries.MoveNext())
        {
            var comma = entries.Current.IndexOf(',');
            if (comma > 0 && comma < entries.Current.Length - 1)
            {
                return true;
            }
        }

        return false;
    }
}
