using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>An error answer on purpose.</summary>
internal sealed record Refusal(int Status, string? ErrorType, TimeSpan? RetryAfter, bool? ShouldRetry)
{
    public ApiError ToError() => new(Status, ErrorType ?? TypeOf(Status), $"The emulator was told to fail this request with {Status}.") { ShouldRetry = ShouldRetry };

    public void AddHeaders(IHeaderDictionary headers)
    {
        if (RetryAfter is { } wait)
        {
            headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
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
