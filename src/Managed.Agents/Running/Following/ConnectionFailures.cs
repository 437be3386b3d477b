using System.Net;

namespace Managed.Agents;

/// <summary>Classifies the failures of a connection.</summary>
internal static class ConnectionFailures
{
    public static bool IsTransient(ManagedAgentsException failure) => failure switch
    {
        ManagedAgentsConnectionException or ManagedAgentsTimeoutException or ManagedAgentsStreamDisconnectedException => true,
        ManagedAgentsApiException refused => IsTransient(refused.StatusCode),
        ManagedAgentsStreamErrorException ended => !IsRequestError(ended.ErrorType),

        // An error page of a proxy may be temporary, and so may truncated JSON. JSON that does not match the API will be the same again.
        ManagedAgentsResponseException unreadable => unreadable.JsonPath is null || unreadable.IsIncompleteResponse,
        _ => false,
    };

    /// <summary>Whether a stream may have been rejected because the session has ended. The history then contains the end.</summary>
    public static bool MayHaveEnded(ManagedAgentsException failure) =>
        failure is ManagedAgentsApiException { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone };

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private static bool IsRequestError(ApiErrorType type) =>
        type == ApiErrorType.InvalidRequest || type == ApiErrorType.Authentication || type == ApiErrorType.Permission
        || type == ApiErrorType.NotFound || type == ApiErrorType.Billing;
}
