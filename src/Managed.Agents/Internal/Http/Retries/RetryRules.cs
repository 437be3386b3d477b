using System.Net;
using System.Net.Sockets;

namespace Managed.Agents;

/// <summary>Decides which failures are retried and which requests may have taken effect, for each <see cref="CallKind"/>.</summary>
internal static class RetryRules
{
    private const HttpStatusCode Overloaded = (HttpStatusCode)529;
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    /// <summary>Whether the request was certainly not sent because the connection could not be opened.</summary>
    public static bool WasNeverSent(Exception error) => error is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };

    /// <summary>Whether a request that failed without a response can be retried. Only network failures are; an exception in a custom handler would occur again.</summary>
    public static bool CanRetry(CallKind kind, bool wasNeverSent, Exception error) =>
        wasNeverSent || (kind != CallKind.CreateOrSend && error is HttpRequestException or IOException or SocketException or OperationCanceledException or TimeoutException);

    /// <summary>Whether a request changes something, so that it may have taken effect if it was sent.</summary>
    public static bool IsWrite(CallKind kind) => kind is CallKind.CreateOrSend or CallKind.IdempotentWrite;

    /// <summary>Whether a request with an error response can be retried. <paramref name="shouldRetry"/>, the request of the server, can forbid a retry but cannot make an ambiguous create safe.</summary>
    public static bool CanRetry(CallKind kind, HttpStatusCode status, bool? shouldRetry)
    {
        if (shouldRetry == false)
        {
            return false;
        }

        if (kind == CallKind.CreateOrSend)
        {
            return status is HttpStatusCode.TooManyRequests or Overloaded || (shouldRetry == true && IsTemporaryRejection(status));
        }

        return shouldRetry == true || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
    }

    public static bool MayHaveTakenEffect(CallKind kind, HttpStatusCode status) =>
        IsWrite(kind) && (status is HttpStatusCode.RequestTimeout || (status >= HttpStatusCode.InternalServerError && status != Overloaded));

    // The server rejected the request for a temporary reason. Other statuses can come from a proxy and do not prove that nothing happened.
    private static bool IsTemporaryRejection(HttpStatusCode status) => status is HttpStatusCode.Conflict or HttpStatusCode.Locked or TooEarly;
}
