using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>An error response that a fault injects.</summary>
internal sealed record ErrorResponse(int Status, string? ErrorType, TimeSpan? RetryAfter, bool? ShouldRetry)
{
    public ApiError ToError() => new(Status, ErrorType ?? TypeOf(Status), $"A fault injected into the emulator failed this request with {Status}.") { ShouldRetry = ShouldRetry };

    public void AddHeaders(IHeaderDictionary headers)
    {
        if (RetryAfter is { } delay)
        {
            headers.RetryAfter = Math.Ceiling(delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string TypeOf(int status) => status switch
    {
        401 => "authentication_error",
        402 => "billing_error",
        403 => "permission_error",
        404 => "not_found_error",
        409 => "conflict_error",
        413 => "request_too_large",
        429 => "rate_limit_error",
        504 => "timeout_error",
        529 => "overloaded_error",
        >= 500 => "api_error",
        _ => "invalid_request_error",
    };
}
