// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The type of an error in a response of the API.</summary>
[JsonConverter(typeof(OpenEnumConverter<ApiErrorType>))]
public readonly record struct ApiErrorType : IOpenEnum<ApiErrorType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public ApiErrorType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The request is invalid (400 and other statuses).</summary>
    public static ApiErrorType InvalidRequest { get; } = new(Known.InvalidRequest);

    /// <summary>The credential is missing or invalid (401).</summary>
    public static ApiErrorType Authentication { get; } = new(Known.Authentication);

    /// <summary>A problem with billing or payment (402).</summary>
    public static ApiErrorType Billing { get; } = new(Known.Billing);

    /// <summary>The credential does not have the permission (403).</summary>
    public static ApiErrorType Permission { get; } = new(Known.Permission);

    /// <summary>The object does not exist, or the account has no access to the beta (404).</summary>
    public static ApiErrorType NotFound { get; } = new(Known.NotFound);

    /// <summary>The object was changed by another request, or its state does not allow the operation (409).</summary>
    public static ApiErrorType Conflict { get; } = new(Known.Conflict);

    /// <summary>The content of the memory does not match the precondition (409).</summary>
    public static ApiErrorType MemoryPreconditionFailed { get; } = new(Known.MemoryPreconditionFailed);

    /// <summary>Another memory has the path (409).</summary>
    public static ApiErrorType MemoryPathConflict { get; } = new(Known.MemoryPathConflict);

    /// <summary>The body of the request is too large (413).</summary>
    public static ApiErrorType RequestTooLarge { get; } = new(Known.RequestTooLarge);

    /// <summary>Too many requests (429).</summary>
    public static ApiErrorType RateLimit { get; } = new(Known.RateLimit);

    /// <summary>An internal error of the service (500).</summary>
    public static ApiErrorType Api { get; } = new(Known.Api);

    /// <summary>The service timed out (504).</summary>
    public static ApiErrorType Timeout { get; } = new(Known.Timeout);

    /// <summary>The service is overloaded (529).</summary>
    public static ApiErrorType Overloaded { get; } = new(Known.Overloaded);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static ApiErrorType IOpenEnum<ApiErrorType>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The request is invalid (400 and other statuses).</summary>
        public const string InvalidRequest = "invalid_request_error";

        /// <summary>The credential is missing or invalid (401).</summary>
        public const string Authentication = "authentication_error";

        /// <summary>A problem with billing or payment (402).</summary>
        public const string Billing = "billing_error";

        /// <summary>The credential does not have the permission (403).</summary>
        public const string Permission = "permission_error";

        /// <summary>The object does not exist, or the account has no access to the beta (404).</summary>
        public const string NotFound = "not_found_error";

        /// <summary>The object was changed by another request, or its state does not allow the operation (409).</summary>
        public const string Conflict = "conflict_error";

        /// <summary>The content of the memory does not match the precondition (409).</summary>
        public const string MemoryPreconditionFailed = "memory_precondition_failed_error";

        /// <summary>Another memory has the path (409).</summary>
        public const string MemoryPathConflict = "memory_path_conflict_error";

        /// <summary>The body of the request is too large (413).</summary>
        public const string RequestTooLarge = "request_too_large";

        /// <summary>Too many requests (429).</summary>
        public const string RateLimit = "rate_limit_error";

        /// <summary>An internal error of the service (500).</summary>
        public const string Api = "api_error";

        /// <summary>The service timed out (504).</summary>
        public const string Timeout = "timeout_error";

        /// <summary>The service is overloaded (529).</summary>
        public const string Overloaded = "overloaded_error";
    }
}
