using System.Globalization;
using System.Net.Http.Headers;

namespace Managed.Agents;

/// <summary>Reads response headers. Numbers are parsed with the invariant culture.</summary>
internal static class ResponseHeaders
{
    public static string? RequestId(HttpResponseMessage response) => First(response, "request-id");

    /// <summary>Whether the server asks for a retry (<c>x-should-retry</c>). Null if the header is missing.</summary>
    public static bool? ShouldRetry(HttpResponseMessage response) =>
        First(response, "x-should-retry") is { } text && bool.TryParse(text, out var value) ? value : null;

    /// <summary>The delay that the server requests: <c>retry-after-ms</c>, otherwise <c>retry-after</c> in seconds or as a date. Null if neither is valid.</summary>
    /// <remarks>The delay is not capped here. A shorter delay would send a retry earlier than the server allows.</remarks>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) =>
        Wait(Number(First(response, "retry-after-ms")))
        ?? Wait(Number(First(response, "retry-after")) * 1000)
        ?? Wait((Date(First(response, "retry-after")) - time.GetUtcNow())?.TotalMilliseconds);

    private static DateTimeOffset? Date(string? text) => RetryConditionHeaderValue.TryParse(text, out var value) ? value.Date : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Timers ignore fractions of a millisecond, so the value is rounded up.
    private static TimeSpan? Wait(double? milliseconds) =>
        milliseconds > 0 ? TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(milliseconds.Value, TimeSpan.MaxValue.TotalMilliseconds - 1000))) : null;

    private static string? First(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
