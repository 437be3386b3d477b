using System.Buffers;
using System.Globalization;

namespace Managed.Agents.Webhooks;

/// <summary>What the headers of a delivery must look like, before anything is computed.</summary>
internal static class HeaderRules
{
    private const int LongestId = 256;
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(static code => (char)code).Where(static character => character != '.')]);

    /// <summary>Why the headers cannot be those of a delivery; null when they can.</summary>
    public static WebhookVerification? Refusal(in WebhookHeaders headers, DateTimeOffset now, SigningKeys keys, out DateTimeOffset sentAt)
    {
        sentAt = default;
        if (Missing(headers) is { } missing)
        {
            return new WebhookVerification(
                WebhookRefusal.MissingHeader,
                $"The header {missing} is missing. It is there on every delivery of the service: does a proxy or a gateway drop it?");
        }

        // With a full stop in the id, the same signed bytes could be cut into id, time and body at another place.
        if (headers.Id!.Length > LongestId || headers.Id.AsSpan().ContainsAnyExcept(IdCharacters))
        {
            return Malformed(WebhookHeaders.IdName, $"is no id: it must be up to {LongestId} visible ASCII characters without a full stop.");
        }

        if (!IsSeconds(headers.Timestamp!, out var seconds))
        {
            return Malformed(WebhookHeaders.TimestampName, "is no time: it must be a whole number of seconds since 1970, in digits.");
        }

        sentAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var age = now.ToUnixTimeSeconds() - seconds;
        return age > keys.Tolerance ? Late(headers.Id, WebhookRefusal.Stale, age, "old", keys)
            : -age > keys.Tolerance ? Late(headers.Id, WebhookRefusal.FromTheFuture, -age, "ahead", keys)
            : null;
    }

    /// <summary>Why a signature that matches nothing could not; null when it could. Asked last, as a signature that matches needs no looking at.</summary>
    public static WebhookVerification? SignatureRefusal(in WebhookHeaders headers) =>
        HasEntry(headers.Signature) ? null : Malformed(WebhookHeaders.SignatureName, "has no entry of the form version,signature.");

    private static string? Missing(in WebhookHeaders headers) =>
        string.IsNullOrEmpty(headers.Id) ? WebhookHeaders.IdName
        : string.IsNullOrEmpty(headers.Timestamp) ? WebhookHeaders.TimestampName
        : string.IsNullOrEmpty(headers.Signature) ? WebhookHeaders.SignatureName
        : null;

    private static WebhookVerification Malformed(string header, string problem) =>
        new(WebhookRefusal.MalformedHeader, $"The header {header} {problem}");

    private static WebhookVerification Late(string id, WebhookRefusal refusal, long seconds, string way, SigningKeys keys) => new(
        refusal,
        string.Create(CultureInfo.InvariantCulture, $"The delivery '{id}' is {seconds} seconds {way}, and {keys.Tolerance} are allowed. If it was just sent, the clock of this machine is wrong; if it waited in a queue of yours, verify before the queue."));

    // Digits only, and no more than a date can hold: no sign, no fraction, no spaces, in no culture.
    private static bool IsSeconds(string text, out long seconds) =>
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
