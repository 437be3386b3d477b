using System.Net.Http.Headers;

namespace Managed.Agents.Webhooks;

/// <summary>The three headers of a delivery, from wherever they come. Keep them with the bytes to verify a delivery later.</summary>
/// <param name="Id">Header <c>webhook-id</c>: the id of the delivery.</param>
/// <param name="Timestamp">Header <c>webhook-timestamp</c>: when the attempt was sent, in seconds since 1970.</param>
/// <param name="Signature">Header <c>webhook-signature</c>: entries <c>version,signature</c> with spaces between them.</param>
public readonly record struct WebhookHeaders(string? Id, string? Timestamp, string? Signature)
{
    /// <summary>The name of the header with the id of the delivery.</summary>
    public const string IdName = "webhook-id";

    /// <summary>The name of the header with the time of the attempt.</summary>
    public const string TimestampName = "webhook-timestamp";

    /// <summary>The name of the header with the signatures.</summary>
    public const string SignatureName = "webhook-signature";

    /// <summary>Asks for each header by its name in lower case.</summary>
    /// <param name="header">Gives the value of a header; null when it is not there. For example <c>name => request.Headers[name]</c>.</param>
    /// <returns>The headers.</returns>
    public static WebhookHeaders From(Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new(header(IdName), header(TimestampName), header(SignatureName));
    }

    /// <summary>Takes the headers out of others, whose names may be in any case: what functions and queues hand over.</summary>
    /// <param name="headers">Names and values.</param>
    /// <returns>The headers. What is there twice is joined by a space, which verifies for signatures only.</returns>
    public static WebhookHeaders From(IEnumerable<KeyValuePair<string, string?>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return Find(name => headers.Where(header => Is(header.Key, name)).Select(static header => header.Value));
    }

    /// <summary>Takes the headers out of those of an HTTP message.</summary>
    /// <param name="headers">Names with all their values.</param>
    /// <returns>The headers. What is there twice is joined by a space, which verifies for signatures only.</returns>
    public static WebhookHeaders From(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return Find(name => headers.Where(header => Is(header.Key, name)).SelectMany(static header => header.Value));
    }

    /// <summary>Puts the headers on a message, for example in a test.</summary>
    /// <param name="headers">The headers of a request.</param>
    public void AddTo(HttpRequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.TryAddWithoutValidation(IdName, Id);
        headers.TryAddWithoutValidation(TimestampName, Timestamp);
        headers.TryAddWithoutValidation(SignatureName, Signature);
    }

    private static bool Is(string header, string name) => string.Equals(header, name, StringComparison.OrdinalIgnoreCase);

    private static WebhookHeaders Find(Func<string, IEnumerable<string?>> values) =>
        From(name => values(name).Aggregate((string?)null, static (all, value) => all is null ? value : $"{all} {value}"));
}
