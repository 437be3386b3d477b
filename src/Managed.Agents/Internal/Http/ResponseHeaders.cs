using System.Globalization;
using System.Net.Http.Headers;

namespace Managed.Agents;

/// <summary>What the client reads from the headers of an answer. Numbers are read with the invariant culture.</summary>
internal static class ResponseHeaders
{
    public static string? RequestId(HttpResponseMessage response) => First(response, "request-id");

    /// <summary>The server's own word on whether to repeat; null when it says nothing.</summary>
    public static bool? ShouldRetry(HttpResponseMessage response) =>
        First(response, "x-should-retry") is { } text && bool.TryParse(text, out var value) ? value : null;

    /// <summary>How long the server asks to wait: <c>retry-after-ms</c>, else <c>retry-after</c> as seconds or date; null when neither is usable.</summary>
    /// <remarks>However long the wait is, it is kept: a shorter one would ask the server again when it said not to.</remarks>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) =>
        Wait(Number(First(response, "retry-after-ms")))
        ?? Wait(Number(First(response, "retry-after")) * 1000)
        ?? Wait((Date(First(response, "retry-after")) - time.GetUtcNow())?.TotalMilliseconds);

    private static DateTimeOffset? Date(string? text) => RetryConditionHeaderValue.TryParse(text, out var value) ? value.Date : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Timers drop what is below a millisecond, and would be early by it.
    private static TimeSpan? Wait(double? milliseconds) =>
        milliseconds > 0 ? TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(milliseconds.Value, TimeSpan.MaxValue.TotalMilliseconds - 1000))) : null;

    private static string? First(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
