using System.Net;

namespace Managed.Agents;

/// <summary>Which failures of a connection another connection may cure.</summary>
internal static class FailureKind
{
    public static bool IsTransient(ManagedAgentsException failure) => failure switch
    {
        ManagedAgentsConnectionException or ManagedAgentsTimeoutException or ManagedAgentsStreamDisconnectedException => true,
        ManagedAgentsApiException refused => IsTransient(refused.StatusCode),
        ManagedAgentsStreamErrorException ended => !IsCallersFault(ended.ErrorType),

        // A proxy's page may be gone the next time; JSON that lacks what the API promises comes again.
        ManagedAgentsResponseException unreadable => unreadable.JsonPath is null,
        _ => false,
    };

    /// <summary>Whether the history may tell more than the refusal to open a stream: a session that is over may refuse one.</summary>
    public static bool MayBeOver(ManagedAgentsException failure) =>
        failure is ManagedAgentsApiException { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone };

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private static bool IsCallersFault(ApiErrorType type) =>
        type == ApiErrorType.InvalidRequest || type == ApiErrorType.Authentication || type == ApiErrorType.Permission
        || type == ApiErrorType.NotFound || type == ApiErrorType.Billing;
}
