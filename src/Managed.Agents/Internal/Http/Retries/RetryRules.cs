using System.Net;
using System.Net.Sockets;

namespace Managed.Agents;

/// <summary>Which failures may be repeated, and which may have taken effect: the four policies in one place.</summary>
internal static class RetryRules
{
    private const HttpStatusCode Overloaded = (HttpStatusCode)529;
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    /// <summary>Whether the request surely never left: the connection itself could not be made.</summary>
    public static bool WasNeverSent(Exception error) => error is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };

    /// <summary>Whether a failure without an answer allows another attempt. One that is no failure of the network (a fault in a user's handler) would come again.</summary>
    public static bool MayRepeat(CallKind kind, bool wasNeverSent, Exception error) =>
        wasNeverSent || (kind != CallKind.CreateOrSend && error is HttpRequestException or IOException or SocketException or OperationCanceledException or TimeoutException);

    /// <summary>Whether a call changes something, so that one that arrived may have taken effect.</summary>
    public static bool IsWrite(CallKind kind) => kind is CallKind.CreateOrSend or CallKind.IdempotentWrite;

    /// <summary>Whether an answer allows another attempt. The server's own word (<paramref name="shouldRetry"/>) can forbid, but cannot make an ambiguous create safe.</summary>
    public static bool MayRepeat(CallKind kind, HttpStatusCode status, bool? shouldRetry)
    {
        if (shouldRetry == false)
        {
            return false;
        }

        if (kind == CallKind.CreateOrSend)
        {
            return status is HttpStatusCode.TooManyRequests or Overloaded || (shouldRetry == true && IsRefusal(status));
        }

        return shouldRetry == true || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
    }

    public static bool MayHaveTakenEffect(CallKind kind, HttpStatusCode status) =>
        IsWrite(kind) && (status is HttpStatusCode.RequestTimeout || (status >= HttpStatusCode.InternalServerError && status != Overloaded));

    // The request was read and turned down for what may pass. Other statuses, and those that a proxy makes up, prove nothing.
    private static bool IsRefusal(HttpStatusCode status) => status is HttpStatusCode.Conflict or HttpStatusCode.Locked or TooEarly;
}
