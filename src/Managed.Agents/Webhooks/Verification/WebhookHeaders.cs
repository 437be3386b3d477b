using System.Net.Http.Headers;

namespace Managed.Agents.Webhooks;

/// <summary>The three headers of a delivery. Keep them with the body to verify a delivery later.</summary>
/// <param name="Id">The header <c>webhook-id</c>: the id of the delivery.</param>
/// <param name="Timestamp">The header <c>webhook-timestamp</c>: when the attempt was sent, in seconds since 1970.</param>
/// <param name="Signature">The header <c>webhook-signature</c>: entries of the form <c>version,signature</c>, separated by spaces.</param>
public readonly record struct WebhookHeaders(string? Id, string? Timestamp, string? Signature)
{
    /// <summary>The name of the header with the id of the delivery.</summary>
    public const string IdName = "webhook-id";

    /// <summary>The name of the header with the time of the attempt.</summary>
    public const string TimestampName = "webhook-timestamp";

    /// <summary>The name of the header with the signatures.</summary>
    public const string SignatureName = "webhook-signature";

    /// <summary>Creates the headers from a function that returns the value of a header.</summary>
    /// <param name="header">Returns the value of the header with a lower-case name; <see langword="null"/> when it is missing. For example <c>name => request.Headers[name]</c>.</param>
    /// <returns>The headers.</returns>
    public static WebhookHeaders From(Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new(header(IdName), header(TimestampName), header(SignatureName));
    }

    /// <summary>Creates the headers from all headers of a request, as cloud functions and queues provide them. Names are compared without case.</summary>
    /// <param name="headers">The names and values.</param>
    /// <returns>The headers. Repeated headers are joined with a space, which is valid for signatures only.</returns>
    public static WebhookHeaders From(IEnumerable<KeyValuePair<string, string?>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return Find(name => headers.Where(header => HasName(header.Key, name)).Select(static header => header.Value));
    }

    /// <summary>Creates the headers from the headers of an HTTP message.</summary>
    /// <param name="headers">The names with all their values.</param>
    /// <returns>The headers. Repeated headers are joined with a space, which is valid for signatures only.</returns>
    public static WebhookHeaders From(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return Find(name => headers.Where(header => HasName(header.Key, name)).SelectMany(static header => header.Value));
    }

    /// <summary>Adds the headers to an HTTP request, for example in a test.</summary>
    /// <param name="headers">The headers of the request.</param>
    public void AddTo(HttpRequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.TryAddWithoutValidation(IdName, Id);
        headers.TryAddWithoutValidation(TimestampName, Timestamp);
        headers.TryAddWithoutValidation(SignatureName, Signature);
    }

    private static bool HasName(string header, string name) => string.Equals(header, name, StringComparison.OrdinalIgnoreCase);

    private static WebhookHeaders Find(Func<string, IEnumerable<string?>> values) =>
        From(name => values(name).Aggregate((string?)null, static (all, value) => all is null ? value : $"{all} {value}"));
}
