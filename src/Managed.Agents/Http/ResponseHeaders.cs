using System.Globalization;

namespace Managed.Agents;

/// <summary>What the client reads from the headers of an answer. Numbers are read with the invariant culture.</summary>
internal static class ResponseHeaders
{
    // What the reference client accepts: more than nothing, and what fits a 32-bit count of milliseconds.
    private static readonly TimeSpan LongestSaneDelay = TimeSpan.FromMilliseconds(int.MaxValue);

    public static string? RequestId(HttpResponseMessage response) => First(response, "request-id");

    /// <summary>The server's own word on whether to repeat; null when it says nothing.</summary>
    public static bool? ShouldRetry(HttpResponseMessage response) =>
        First(response, "x-should-retry") is { } text && bool.TryParse(text, out var value) ? value : null;

    /// <summary>How long the server asks to wait: <c>retry-after-ms</c>, else <c>retry-after</c> as seconds or date; null when neither is usable.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) =>
        Sane(Number(First(response, "retry-after-ms")), TimeSpan.TicksPerMillisecond)
        ?? Sane(Number(First(response, "retry-after")), TimeSpan.TicksPerSecond)
        ?? UntilDate(First(response, "retry-after"), time);

    private static TimeSpan? UntilDate(string? text, TimeProvider time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
        && date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero && wait <= LongestSaneDelay
            ? wait
            : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Sane(double? number, long ticksPerUnit) =>
        number * ticksPerUnit is { } ticks && ticks > 0 && ticks <= LongestSaneDelay.Ticks ? TimeSpan.FromTicks((long)Math.Ceiling(ticks)) : null;

    private static string? First(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
